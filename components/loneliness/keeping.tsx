import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { Check } from '@/lib/loneliness/rules'

type Props = {
  checks: Check[]
  /** The first day of the next check; null when it may be made today. */
  next: string | null
  onAgain: () => void
  onErase: () => void
}

/** What becomes of the answers: taken along as a file, erased, or added to in a month. */
export function Keeping({ checks, next, onAgain, onErase }: Props) {
  const t = useTranslations('check')
  const format = useFormatter()

  function save() {
    const url = URL.createObjectURL(new Blob([JSON.stringify(checks, null, 2)], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = url
    link.download = 'private-check.json'
    link.click()
    URL.revokeObjectURL(url)
  }

  return (
    <section className="flex flex-col gap-3 border-line border-t pt-4">
      {next ? (
        <p className="text-muted">
          {t('next', { day: format.dateTime(new Date(next), { dateStyle: 'long', timeZone: 'UTC' }) })}
        </p>
      ) : (
        <Button variant="primary" onClick={onAgain}>
          {t('again')}
        </Button>
      )}
      <div className="-ml-3 flex flex-wrap items-start gap-x-2">
        <Button variant="plain" onClick={save}>
          {t('export')}
        </Button>
        <details>
          <summary className="inline-flex min-h-11 list-none items-center rounded-full px-3 text-accent text-sm hover:bg-sunken [&::-webkit-details-marker]:hidden">
            {t('erase')}
          </summary>
          <div className="my-2 flex flex-col gap-3 rounded-xl bg-sunken p-4">
            <p>{t('eraseText')}</p>
            <Button variant="danger" onClick={onErase}>
              {t('eraseConfirm')}
            </Button>
          </div>
        </details>
      </div>
    </section>
  )
}
