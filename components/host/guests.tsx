import { useLocale, useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import type { FormAction } from '@/components/ui/use-form-action'
import type { Guest, GuestList } from '@/lib/events/guests/queries'
import { type Locale, timeOfDay } from '@/lib/events/when/rules'
import { GuestRow } from './guest-row'

type Props = {
  list: GuestList
  event: { id: string; capacity: number | null; timeZone: string }
  /** None once it is over or called off. */
  remove?: FormAction
  admit?: FormAction
}

/** Who asks, who comes, who waits and who may come: the hosts' own list. */
export function Guests({ list, event, remove, admit }: Props) {
  const t = useTranslations('host.guests')
  const words = useTranslations('host.csv')
  const locale = useLocale()
  const { going, waiting, asking, maybe, seats, held } = list
  if (going.length + waiting.length + asking.length + maybe.length + held === 0) {
    return <EmptyState icon="people" title={t('nobody')} text={remove ? t('nobodyText') : undefined} />
  }
  return (
    <Card className="flex flex-col gap-5">
      {asking.length > 0 && (
        <section>
          <h2 className="text-xl">{t('asking', { count: asking.length })}</h2>
          <p className="text-muted text-sm">{t('askingText')}</p>
          <Rows guests={asking} {...{ event, remove, admit }} />
        </section>
      )}
      <section>
        <h2 className="text-xl">
          {t('going', { count: seats })}
          {event.capacity !== null && (
            <span className="text-muted"> {t('of', { capacity: event.capacity })}</span>
          )}
        </h2>
        <Rows guests={going} {...{ event, remove }} />
        {held > 0 && <p className="mt-2 text-muted text-sm">{t('held', { held })}</p>}
      </section>
      {waiting.length > 0 && (
        <section>
          <h2 className="text-xl">{t('waiting', { count: waiting.length })}</h2>
          <p className="text-muted text-sm">{t('waitingText')}</p>
          <Rows guests={waiting} {...{ event, remove }} ranked />
        </section>
      )}
      {maybe.length > 0 && (
        <section>
          <h2 className="text-xl">{t('maybe', { count: maybe.length })}</h2>
          <Rows guests={maybe} event={event} />
        </section>
      )}
      <a
        className={buttonClass('plain', 'self-start')}
        href={`/${locale}/host/${event.id}/guests.csv`}
        download
      >
        {words('download')}
      </a>
    </Card>
  )
}

type RowsProps = Omit<Props, 'list'> & { guests: Guest[]; ranked?: boolean }

function Rows({ guests, event, remove, admit, ranked = false }: RowsProps) {
  const locale: Locale = useLocale()
  return (
    <ul className="divide-y divide-line">
      {guests.map((guest, index) => (
        <GuestRow
          key={guest.freelancerId}
          {...{ guest, remove, admit }}
          eventId={event.id}
          place={ranked ? index + 1 : undefined}
          offeredUntil={
            guest.offeredUntil ? timeOfDay(guest.offeredUntil, event.timeZone, locale) : undefined
          }
        />
      ))}
    </ul>
  )
}
