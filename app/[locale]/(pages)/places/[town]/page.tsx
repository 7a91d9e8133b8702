import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { dropAction } from '@/app/[locale]/(pages)/wishes/actions'
import { EventCard } from '@/components/events/event-card'
import { SpaceCard } from '@/components/spaces/space-card'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { WishInvite } from '@/components/wishes/wish-invite'
import { currentActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { alternates } from '@/lib/i18n/alternates'
import { townPath } from '@/lib/i18n/paths'
import { NO_FILTERS, toSearch } from '@/lib/map/rules'
import { townPage } from '@/lib/map/town/queries'
import { townBySlug } from '@/lib/towns/slugs/queries'

type Props = PageProps<'/[locale]/places/[town]'>

const ZOOM = 13

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ town: slug }, locale, t] = await Promise.all([params, getLocale(), getTranslations('towns')])
  const town = await townBySlug(slug)
  if (!town) return {}
  const [title, description] = [t('title', { town: town.name }), t('description', { town: town.name })]
  return {
    title,
    description,
    alternates: alternates(locale, (language) => townPath(language, slug)),
    openGraph: { title, description },
  }
}

/** A town by its name: what is on, where to work, and how many would come. French has it at /fr/lieux. */
export default async function TownPage({ params }: Props) {
  const [{ town: slug }, actor, t] = await Promise.all([params, currentActor(), getTranslations('towns')])
  const at = now()
  const found = await townPage(slug, actor, at)
  if (!found) notFound()
  const { town, events, spaces, wishes } = found
  const map = `/?${toSearch({ lat: town.lat, lng: town.lng, zoom: ZOOM }, NO_FILTERS)}`
  return (
    <Page width="wide">
      <PageHeader
        title={t('title', { town: town.name })}
        intro={[town.region, events.length === 0 && t('nothingOn')].filter(Boolean).join(' · ')}
      >
        <LinkButton href={map}>
          <Icon name="map" />
          {t('map')}
        </LinkButton>
      </PageHeader>
      <div className="flex flex-col gap-8">
        {events.length > 0 && (
          <section className="flex flex-col gap-3">
            <h2 className="text-xl">{t('events')}</h2>
            <ul className="grid gap-3 sm:grid-cols-2">
              {events.map((event) => (
                <li key={event.id} className="grid">
                  <EventCard event={event} now={at} />
                </li>
              ))}
            </ul>
          </section>
        )}
        <WishInvite wishes={wishes} town={town.name} action={dropAction} main={events.length === 0} />
        <section className="flex flex-col gap-3">
          <h2 className="text-xl">{t('spaces')}</h2>
          {spaces.length === 0 && <p className="text-muted">{t('noSpaces')}</p>}
          <ul className="grid gap-3 sm:grid-cols-2">
            {spaces.map((space) => (
              <li key={space.id} className="grid">
                <SpaceCard space={space} now={at} />
              </li>
            ))}
          </ul>
        </section>
        <LinkButton href="/host/new" className="self-start">
          <Icon name="plus" />
          {t('start')}
        </LinkButton>
      </div>
    </Page>
  )
}
