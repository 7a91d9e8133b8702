import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DirectionsLink } from '@/components/ui/directions-link'
import { Fact } from '@/components/ui/fact'
import { dayInFull, dayOf, type Locale, timeOfDay, zoneInWords } from '@/lib/events/when/rules'
import { Link } from '@/lib/i18n/navigation'
import { GentleFacts } from './gentle-facts'

export interface EventInFull {
  title: string
  startsAt: Date
  endsAt: Date
  timeZone: string
  placeName: string
  address: string
  city: string
  lat: number | null
  lng: number | null
  /** Only the town is known to this viewer: the position is the middle of a cell. */
  placeHidden: boolean
  /** It is not told to anybody any more. */
  placeGone?: boolean
  online: boolean
  language: string
  price: string | null
  capacity: number | null
  seatsLeft: number | null
  /** Empty to whoever may not know. */
  organizerName: string
  cohostNames: string[]
  /** In whose name it is held. */
  group: { name: string; path: string } | null
  gentle: boolean
  quietPlace: boolean
  leaveWhenever: boolean
  noIntroductions: boolean
  goodForNewcomers: boolean
  /** The space it takes place in, when that is one of ours. */
  space: { id: string; slug: string; name: string } | null
}

/** When, where, with whom, how many seats are left, what it costs: what one asks before saying yes. */
export function EventFacts({
  event,
  now,
  onlineUrl,
}: {
  event: EventInFull
  now: Date
  onlineUrl: string | null
}) {
  const t = useTranslations('events.page')
  const format = useFormatter()
  const locale = useLocale()
  return (
    <ul className="flex flex-col gap-3 text-lg">
      <When event={event} now={now} />
      <Where event={event} />
      {event.online && (
        <Fact icon="video" note={onlineUrl ? null : t('onlineLater')}>
          {onlineUrl ? (
            <a href={onlineUrl} rel="noopener noreferrer" className="font-semibold text-accent underline">
              {t('onlineLink')}
            </a>
          ) : (
            t(event.lat === null ? 'online' : 'hybrid')
          )}
        </Fact>
      )}
      <Fact icon="seat">
        <Seats left={event.seatsLeft} capacity={event.capacity} />
      </Fact>
      <Fact icon="price">{event.price ?? t('free')}</Fact>
      <Fact icon="person">
        {event.organizerName
          ? t('host', { name: format.list([event.organizerName, ...event.cohostNames]) })
          : t('hostHidden')}
      </Fact>
      <GentleFacts event={event} />
      {event.group && (
        <Fact icon="people">
          <Link href={event.group.path} className="underline hover:text-accent">
            {event.group.name}
          </Link>
        </Fact>
      )}
      {event.language !== locale && (
        <Fact icon="globe">{t('spoken', { language: languageName(event.language, locale) })}</Fact>
      )}
    </ul>
  )
}

function When({ event, now }: { event: EventInFull; now: Date }) {
  const t = useTranslations('events.page')
  const locale: Locale = useLocale()
  const { startsAt, endsAt, timeZone } = event
  const time = (at: Date) => timeOfDay(at, timeZone, locale)
  const words = { day: dayInFull(startsAt, timeZone, locale, now), from: time(startsAt), to: time(endsAt) }
  const range =
    dayOf(startsAt, timeZone) === dayOf(endsAt, timeZone)
      ? t('range', words)
      : t('days', { ...words, lastDay: dayInFull(endsAt, timeZone, locale, now) })
  const zone = event.online ? zoneInWords(startsAt, timeZone, locale) : null
  return (
    <Fact icon="clock" note={zone}>
      <time dateTime={startsAt.toISOString()} className="font-semibold first-letter:capitalize">
        {range}
      </time>
    </Fact>
  )
}

function Where({ event }: { event: EventInFull }) {
  const t = useTranslations('events.page')
  const { space, placeName, address, city, lat, lng } = event
  if (lat === null || lng === null) return null
  if (event.placeHidden) {
    return (
      <Fact icon="pin" note={t(event.placeGone ? 'placeGone' : 'placeHidden')}>
        {city}
      </Fact>
    )
  }
  const name = space?.name ?? placeName
  // An address that was typed whole already names the town.
  const street = address.includes(city) ? address : [address, city].filter(Boolean).join(', ')
  const note: ReactNode = (
    <span className="flex flex-col items-start">
      {name && street}
      <DirectionsLink to={{ lat, lng }}>{t('directions')}</DirectionsLink>
    </span>
  )
  return (
    <Fact icon="pin" note={note}>
      {space ? (
        <Link href={`/spaces/${space.id}/${space.slug}`} className="underline hover:text-accent">
          {name}
        </Link>
      ) : (
        name || street
      )}
    </Fact>
  )
}

function Seats({ left, capacity }: { left: number | null; capacity: number | null }) {
  const t = useTranslations('events.page')
  if (left === null || capacity === null) return t('unlimited')
  return (
    <>
      {t('seats', { left })} <span className="text-muted">{t('seatsOf', { capacity })}</span>
    </>
  )
}

function languageName(code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code
}
