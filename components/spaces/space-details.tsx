import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Basemap, MiniMap } from '@/components/map/mini-map'
import { DirectionsLink } from '@/components/ui/directions-link'
import { Fact } from '@/components/ui/fact'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { ShareButton } from '@/components/ui/share-button'
import type { SpaceKind } from '@/lib/spaces/schema'
import { OpenNow } from './open-now'
import { type OpenDay, OpeningWeek } from './opening-week'
import { type OnSite, SpaceFacts } from './space-facts'
import { SpaceKindTag } from './space-kind'

export interface SpaceInFull extends OnSite {
  id: string
  kind: SpaceKind
  name: string
  description: string
  lat: number
  lng: number
  timeZone: string
  street: string
  postcode: string
  city: string
  website: string | null
  phone: string | null
  email: string | null
  openingHours: string | null
  openState: { state: 'open' | 'closed' | 'unknown'; changesAt: Date | null }
  /** Seven days from today, or null when the hours are unknown. */
  week: OpenDay[] | null
  confirmedOn: Date | null
  hoursConfirmedOn: Date | null
  sources: { source: string; licence: string }[]
  demo: boolean
}

type Props = {
  space: SpaceInFull
  now: Date
  /** Absolute, for sharing. */
  url: string
  basemap: Basemap
  /** What happens there next. */
  children: ReactNode
}

/** A place's whole page: open now, the way there, what is on site, what happens, and who says so. */
export function SpaceDetails({ space, now, url, basemap, children }: Props) {
  const t = useTranslations('spaces.page')
  const at = { lat: space.lat, lng: space.lng }
  return (
    <Page width="wide">
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[1fr_22rem]">
        <div className="flex flex-col gap-8">
          <div>
            <PageHeader
              back={{ href: '/', label: t('back') }}
              above={<SpaceKindTag kind={space.kind} />}
              title={space.name}
            />
            <ul className="flex flex-col gap-3 text-lg">
              <Fact icon="clock">
                <OpenNow {...space.openState} timeZone={space.timeZone} now={now} />
              </Fact>
              <Fact icon="pin" note={<DirectionsLink to={at}>{t('directions')}</DirectionsLink>}>
                {[space.street, [space.postcode, space.city].filter(Boolean).join(' ')]
                  .filter(Boolean)
                  .join(', ')}
              </Fact>
            </ul>
            {space.description && <p className="mt-4 max-w-prose">{space.description}</p>}
          </div>
          <Section title={t('facts')}>
            <SpaceFacts space={space} />
          </Section>
          <Section title={t('events')}>
            {children}
            <LinkButton href={{ pathname: '/host/new', query: { space: space.id } }} className="self-start">
              {t('hostHere')}
            </LinkButton>
          </Section>
        </div>
        <div className="flex flex-col gap-8">
          <Section title={t('map')}>
            <MiniMap at={at} kind="space" basemap={basemap} />
          </Section>
          <Hours space={space} />
          <Contact space={space} />
          <div className="flex">
            <ShareButton url={url} title={space.name} labels={{ share: t('share'), copied: t('copied') }} />
          </div>
          <Provenance space={space} />
        </div>
      </div>
    </Page>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-xl">{title}</h2>
      {children}
    </section>
  )
}

function Hours({ space }: { space: SpaceInFull }) {
  const t = useTranslations('spaces.page')
  const format = useFormatter()
  if (!space.openingHours) return null
  return (
    <Section title={t('week')}>
      {space.week ? (
        <OpeningWeek week={space.week} />
      ) : (
        <p>{t('hoursAsGiven', { hours: space.openingHours })}</p>
      )}
      {space.hoursConfirmedOn && (
        <p className="text-muted text-sm">
          {t('hoursConfirmed', { date: format.dateTime(space.hoursConfirmedOn, { dateStyle: 'long' }) })}
        </p>
      )}
    </Section>
  )
}

function Contact({ space: { website, phone, email } }: { space: SpaceInFull }) {
  const t = useTranslations('spaces.page')
  const links = [
    website && { href: website, label: t('website') },
    phone && { href: `tel:${phone.replaceAll(/[^+\d]/g, '')}`, label: `${t('phone')} · ${phone}` },
    email && { href: `mailto:${email}`, label: t('email') },
  ].filter((link) => link !== null && link !== '')
  if (links.length === 0) return null
  return (
    <ul className="flex flex-col">
      {links.map(({ href, label }) => (
        <li key={href}>
          <a
            href={href}
            rel="noopener noreferrer nofollow"
            className="inline-flex min-h-11 items-center font-semibold text-accent underline"
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Who says all this: a debt to those who mapped it, and a measure of how far to trust it. */
function Provenance({ space }: { space: SpaceInFull }) {
  const t = useTranslations('spaces.page')
  const format = useFormatter()
  return (
    <div className="flex flex-col gap-1 text-muted text-sm">
      {space.sources.map(({ source, licence }) => (
        <p key={source}>
          {source === 'osm' ? t('fromOsm', { licence }) : t('fromOther', { source, licence })}
        </p>
      ))}
      {space.confirmedOn && (
        <p>{t('confirmed', { date: format.dateTime(space.confirmedOn, { dateStyle: 'long' }) })}</p>
      )}
      {space.demo && <p>{t('demo')}</p>}
    </div>
  )
}
