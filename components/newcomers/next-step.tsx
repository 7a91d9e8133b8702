import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EventCard } from '@/components/events/event-card'
import { ButtonForm } from '@/components/ui/button-form'
import { LinkButton } from '@/components/ui/link-button'
import type { FormAction } from '@/components/ui/use-form-action'
import { reasonWords } from '@/lib/mail/rhythm/rules'
import type { MyWay } from '@/lib/newcomers/queries'

type Props = { way: MyWay; now: Date; beWelcomed: FormAction }

/** What to do next, in one card, and how far one has come, in words. */
export function NextStep({ way, now, beWelcomed }: Props) {
  const t = useTranslations('welcome')
  const { step, walked, daysLeft, asked } = way
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-xl">{t(`step_${step}`)}</h2>
      {asked && step !== 'done' && <p className="text-muted">{t('asked')}</p>}
      <Body way={way} now={now} beWelcomed={beWelcomed} />
      <p className="text-muted text-sm">
        {t('walked', { walked })} {step !== 'done' && step !== 'over' && t('left', { days: daysLeft })}
      </p>
    </section>
  )
}

function Body({ way: { step, idea }, now, beWelcomed }: Props): ReactNode {
  const t = useTranslations('welcome')
  switch (step) {
    case 'greeter':
      return (
        <>
          <p>{t('greeterText')}</p>
          <ButtonForm
            action={beWelcomed}
            fields={{}}
            variant="primary"
            className="w-full text-lg"
            label={t('beWelcomed')}
            pending={t('sending')}
          />
        </>
      )
    case 'event':
      return idea ? <Idea idea={idea} now={now} /> : <NoIdea />
    case 'coffee':
      return (
        <>
          <p>{t('coffeeText')}</p>
          <LinkButton href="/coffees" variant="primary">
            {t('toCoffees')}
          </LinkButton>
        </>
      )
    case 'wait':
      return <p>{t('waitText')}</p>
    case 'done':
    case 'over':
      return (
        <>
          <p>{t(step === 'done' ? 'doneText' : 'overText')}</p>
          <LinkButton href="/outings/rhythm" variant="primary">
            {t('toRhythm')}
          </LinkButton>
        </>
      )
  }
}

function Idea({ idea: { event, reasons }, now }: { idea: NonNullable<MyWay['idea']>; now: Date }) {
  const t = useTranslations('welcome')
  const words = useTranslations('mail')
  const locale = useLocale()
  return (
    <>
      <p>{t('eventText')}</p>
      <EventCard event={event} now={now} />
      <p className="px-1 text-muted text-sm first-letter:uppercase">
        {reasonWords(reasons, event, { words, locale })}
      </p>
    </>
  )
}

function NoIdea() {
  const t = useTranslations('welcome')
  return (
    <>
      <p>{t('noIdea')}</p>
      <LinkButton href="/" variant="primary">
        {t('around')}
      </LinkButton>
    </>
  )
}
