import { useLocale, useTranslations } from 'next-intl'
import { ConfirmForm } from '@/components/host/confirm-form'
import { DirectionsLink } from '@/components/ui/directions-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Fact } from '@/components/ui/fact'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import type { FormAction } from '@/components/ui/use-form-action'
import { doorOpens } from '@/lib/coffees/online/rules'
import type { CoffeePage } from '@/lib/coffees/queries'
import { Link } from '@/lib/i18n/navigation'
import { AfterCall } from './after-call'
import { AnswerForm } from './answer-form'
import { Call } from './call'
import { OtherDrinker } from './other-drinker'
import { ReportForm } from './report-form'
import { moment, together } from './words'

type Props = {
  coffee: CoffeePage
  now: Date
  actions: Record<'answer' | 'withdraw' | 'report' | 'forReal', FormAction>
}

/** Who, where, when; and what one says to it. */
export function CoffeeDetails({ coffee, now, actions }: Props) {
  const t = useTranslations('coffees')
  const locale = useLocale()
  const { id, kind, standing, others, decideBy, timeZone, toReport, endsAt } = coffee
  const back = { href: '/coffees', label: t('title') }
  if (standing === 'off')
    return (
      <>
        <PageHeader title={t('one')} back={back} />
        <EmptyState icon="coffee" title={t('offTitle')} text={t('offText')}>
          <LinkButton href="/coffees">{t('title')}</LinkButton>
          <LinkButton href="/">{t('around')}</LinkButton>
        </EmptyState>
      </>
    )
  const names = together(others, locale)
  const over = endsAt !== null && endsAt <= now
  return (
    <>
      <PageHeader title={t('with', { kind, names })} back={back} />
      <div className="flex flex-col gap-6">
        <ul className="flex flex-col gap-3">
          {others.map((other) => (
            <OtherDrinker key={other.id} other={other} locale={locale} />
          ))}
        </ul>
        <ul className="flex flex-col gap-3 text-lg">
          <When coffee={coffee} now={now} />
          <Where coffee={coffee} />
        </ul>
        {standing === 'open' && (
          <>
            <AnswerForm
              action={actions.answer}
              coffeeId={id}
              times={coffee.options.map((at) => moment(at, timeZone, locale, now))}
              mine={coffee.mine}
              names={names}
            />
            <p className="text-muted">{t('silent', { until: moment(decideBy, timeZone, locale, now) })}</p>
          </>
        )}
        {coffee.room && coffee.startsAt && endsAt && !over && (
          <Call
            room={coffee.room}
            opensAt={doorOpens(coffee.startsAt).toISOString()}
            endsAt={endsAt.toISOString()}
            now={now.toISOString()}
          />
        )}
        {kind === 'online' && over && <AfterCall coffee={coffee} action={actions.forReal} />}
        {toReport && kind !== 'online' && (
          <ReportForm action={actions.report} coffeeId={id} others={others} />
        )}
        {standing === 'agreed' && !over && (
          <div className="-ml-3 flex flex-wrap">
            <ConfirmForm
              action={actions.withdraw}
              fields={{ coffeeId: id }}
              label={t('withdraw')}
              text={t('withdrawText')}
              confirm={t('withdrawConfirm')}
              pending={t('sending')}
            />
          </div>
        )}
      </div>
    </>
  )
}

function When({ coffee: { startsAt, timeZone, minutes }, now }: { coffee: CoffeePage; now: Date }) {
  const t = useTranslations('coffees')
  const locale = useLocale()
  if (!startsAt) return null
  return (
    <Fact icon="clock" note={t('minutes', { minutes })}>
      {moment(startsAt, timeZone, locale, now)}
    </Fact>
  )
}

function Where({ coffee: { space, kind } }: { coffee: CoffeePage }) {
  const t = useTranslations('coffees')
  if (kind === 'online') return <Fact icon="video">{t('online')}</Fact>
  if (!space) return <Fact icon="pin">{t('placeGone')}</Fact>
  const { id, slug, name, street, postcode, city, metres, lat, lng } = space
  const km = metres === null ? null : Math.max(0.5, Math.round(metres / 500) / 2)
  return (
    <Fact
      icon="pin"
      note={
        <>
          {[street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ')}
          {km !== null && ` · ${t('away', { km })}`}
          <br />
          <DirectionsLink to={{ lat, lng }}>{t('directions')}</DirectionsLink>
        </>
      }
    >
      <Link href={`/spaces/${id}/${slug}`} className="underline decoration-edge underline-offset-4">
        {name}
      </Link>
    </Fact>
  )
}
