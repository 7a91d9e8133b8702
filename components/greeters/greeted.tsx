import { useLocale, useTranslations } from 'next-intl'
import { ButtonForm } from '@/components/ui/button-form'
import type { FormAction } from '@/components/ui/use-form-action'
import type { Greeter } from '@/lib/events/greeters/queries'
import { awaitedAt } from '@/lib/events/greeters/rules'
import { type Locale, timeOfDay } from '@/lib/events/when/rules'

type Props = {
  event: { id: string; startsAt: Date; timeZone: string }
  greeters: Greeter[]
  shy: boolean
  say: FormAction
}

/** To whoever comes for the first time: who awaits them. Theirs to say, in one tap, that they are a bit shy. */
export function Greeted({ event, greeters, shy, say }: Props) {
  const t = useTranslations('greeting')
  const locale: Locale = useLocale()
  const time = timeOfDay(awaitedAt(event.startsAt), event.timeZone, locale)
  const count = greeters.length
  return (
    <section className="mb-6 flex flex-col items-start gap-3 rounded-xl bg-sunken p-4">
      <h2 className="text-xl">{t('title')}</h2>
      <ul className="flex flex-col gap-2">
        {greeters.map(({ firstName, meetAt, recognise }) => (
          <li key={`${firstName} ${recognise}`}>
            <strong className="block">{t('awaits', { name: firstName, time })}</strong>
            <span className="block">{t('at', { place: meetAt })}</span>
            <span className="block text-muted">{t('sign', { sign: recognise })}</span>
          </li>
        ))}
      </ul>
      {shy && <p role="status">{t('shySaid', { count })}</p>}
      <ButtonForm
        key={String(shy)}
        action={say}
        fields={{ eventId: event.id, shy: shy ? 'no' : 'yes' }}
        label={t(shy ? 'shyUndo' : 'shy')}
        pending={t('sending')}
        variant={shy ? 'plain' : 'quiet'}
      />
      {!shy && <p className="text-muted text-sm">{t('shyNote', { count })}</p>}
    </section>
  )
}
