import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { Card } from '@/components/ui/card'

type Props = {
  title: string
  /** The figure itself; null where it would speak of too few. */
  value: string | null
  /** What it is of. */
  of: string
  /** What is missing where there is no figure. */
  missing: string
  /** What counts, in one sentence. */
  counts: string
  children?: ReactNode
}

/** One figure: what it says, how that came about by its plot, and what counts. */
export function Figure({ title, value, of, missing, counts, children }: Props) {
  const t = useTranslations('measures')
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <Card className="flex flex-col gap-4">
        <div className="flex flex-col gap-1">
          <h2 id={id} className="text-lg">
            {title}
          </h2>
          {value === null ? (
            <>
              <p className="font-semibold text-xl">{t('tooFew')}</p>
              <p className="text-muted">{missing}</p>
            </>
          ) : (
            <>
              <p className="font-display font-semibold text-3xl tabular-nums">{value}</p>
              <p className="text-muted">{of}</p>
            </>
          )}
        </div>
        {value !== null && children}
        <p className="border-line border-t pt-3 text-muted text-sm">{counts}</p>
      </Card>
    </section>
  )
}
