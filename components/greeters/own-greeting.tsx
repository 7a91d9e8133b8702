import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { ButtonForm } from '@/components/ui/button-form'
import type { FormAction } from '@/components/ui/use-form-action'
import type { OwnGreeting as Own } from '@/lib/events/greeters/queries'
import { awaitedAt } from '@/lib/events/greeters/rules'
import { type Locale, timeOfDay } from '@/lib/events/when/rules'

type Props = {
  event: { id: string; startsAt: Date; timeZone: string }
  own: Own
  answer: FormAction
}

/** To a greeter, and to somebody who is asked to be one: what it is about, and whom to look out for. */
export function OwnGreeting({ event, own, answer }: Props) {
  const t = useTranslations('greeting')
  const format = useFormatter()
  const locale: Locale = useLocale()
  const time = timeOfDay(awaitedAt(event.startsAt), event.timeZone, locale)
  const { agreed, meetAt, recognise, everyDate, shy } = own
  const reply = (said: 'yes' | 'no') => ({ eventId: event.id, answer: said })
  return (
    <section className="mb-6 flex flex-col items-start gap-3 rounded-xl bg-sunken p-4">
      <h2 className="text-xl">{t(agreed ? 'youGreet' : 'asked')}</h2>
      <p>
        <span className="block">{t('youAwait', { time, place: meetAt })}</span>
        <span className="block text-muted">{t('yourSign', { sign: recognise })}</span>
        {everyDate && <span className="block text-muted">{t('everyDate')}</span>}
      </p>
      {agreed && (
        <p>
          {shy.length > 0 ? t('lookFor', { names: format.list(shy), count: shy.length }) : t('lookForNobody')}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {!agreed && (
          <ButtonForm
            action={answer}
            fields={reply('yes')}
            label={t('agree')}
            pending={t('sending')}
            variant="primary"
          />
        )}
        <ButtonForm
          action={answer}
          fields={reply('no')}
          label={t(agreed ? 'stepDown' : 'refuse')}
          pending={t('sending')}
          variant="plain"
        />
      </div>
    </section>
  )
}
