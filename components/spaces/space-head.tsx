import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Fact } from '@/components/ui/fact'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { dayInWords } from '@/lib/spaces/freshness/rules'
import type { SpacePage } from '@/lib/spaces/page/queries'
import { OpenNow } from './open-now'
import { SpaceKindTag } from './space-kind'
import { WaysThere } from './ways-there'

type Props = {
  space: SpacePage
  visits: number
  now: Date
  /** The way to ask for the first day on the house, where somebody answers. */
  trial?: ReactNode
}

/** What one wants to know first: open now, where, and whether to trust it. */
export function SpaceHead({ space, visits, now, trial }: Props) {
  const t = useTranslations('spacePage')
  const address = [space.street, [space.postcode, space.city].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ')
  return (
    <div>
      <PageHeader
        back={{ href: '/', label: t('back') }}
        above={<SpaceKindTag kind={space.kind} />}
        title={space.name}
      />
      <Warnings space={space} />
      <ul className="flex flex-col gap-3 text-lg">
        {!space.closedOn && (
          <Fact icon="clock">
            <OpenNow {...space.openState} timeZone={space.timeZone} now={now} />
          </Fact>
        )}
        <Fact icon="pin" note={!space.closedOn && <WaysThere to={space} name={space.name} />}>
          {address || t('noAddress')}
        </Fact>
        {visits > 0 && (
          <Fact icon="people" note={t('visitsHow')}>
            {t('visits', { count: visits })}
          </Fact>
        )}
      </ul>
      {space.description && <p className="mt-4 max-w-prose">{space.description}</p>}
      {space.trialDay && !space.closedOn && (
        <section
          id="trial"
          aria-label={t('trial')}
          className="mt-4 flex items-start gap-3 rounded-card bg-space-soft p-4 text-space"
        >
          <Icon name="gift" className="size-6" />
          <div className="flex min-w-0 flex-1 flex-col gap-3">
            <div>
              <p className="font-semibold">{t('trial')}</p>
              <p className="whitespace-pre-line break-words">
                {space.trialNote || t(trial ? 'trialAsk' : 'trialHow')}
              </p>
            </div>
            {trial}
          </div>
        </section>
      )}
    </div>
  )
}

/** What to know before going there, most serious first. */
function Warnings({ space: { closedOn, stale, confirmedOn, approximate, street } }: { space: SpacePage }) {
  const t = useTranslations('spacePage')
  const locale = useLocale()
  const on = (date: Date) => dayInWords(date, locale)
  return (
    <div className="mb-4 flex flex-col gap-2 empty:hidden">
      {closedOn && <Notice tone="danger">{t('closedForGood', { date: on(closedOn) })}</Notice>}
      {stale && !closedOn && (
        <Notice>{confirmedOn ? t('stale', { date: on(confirmedOn) }) : t('neverConfirmed')}</Notice>
      )}
      {approximate && !closedOn && <Notice>{t(street ? 'approximate' : 'approximateOnly')}</Notice>}
    </div>
  )
}
