import { useFormatter, useTranslations } from 'next-intl'
import { useId } from 'react'
import { ButtonForm } from '@/components/ui/button-form'
import type { FormAction } from '@/components/ui/use-form-action'

type Props = { counted: { seconds: number; since: Date } | null; start: FormAction; stop: FormAction }

/** "Count my minutes", off until somebody taps it; while on, what is counted is said. */
export function MinutesSwitch({ counted, start, stop }: Props) {
  const t = useTranslations('minutes')
  const format = useFormatter()
  const id = useId()
  const since = counted && format.dateTime(counted.since, { day: 'numeric', month: 'long' })
  return (
    <section aria-labelledby={id} className="mt-10 flex flex-col gap-3 border-line border-t pt-6">
      <h2 id={id} className="text-xl">
        {t('title')}
      </h2>
      <p className="text-muted">{t('text')}</p>
      <p role="status">
        {counted && t('on', { since: since ?? '', minutes: Math.ceil(counted.seconds / 60) })}
      </p>
      <ButtonForm
        key={counted ? 'stop' : 'start'}
        action={counted ? stop : start}
        fields={{}}
        label={counted ? t('stop') : t('start')}
        pending={t('sending')}
      />
    </section>
  )
}
