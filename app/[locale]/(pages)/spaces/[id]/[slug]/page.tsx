import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { EventCard } from '@/components/events/event-card'
import { SpaceDetails } from '@/components/spaces/space-details'
import { JsonLd } from '@/components/ui/json-ld'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { eventsAtSpace } from '@/lib/events/queries'
import { alternates } from '@/lib/i18n/alternates'
import { permanentRedirect } from '@/lib/i18n/navigation'
import { spacePage } from '@/lib/spaces/queries'
import { spaceStructuredData } from '@/lib/spaces/structured/rules'

type Props = PageProps<'/[locale]/spaces/[id]/[slug]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const space = await spacePage((await params).id, now())
  if (!space) return {}
  const t = await getTranslations('spaces.kinds')
  const description =
    space.description || [t(space.kind), space.street, space.city].filter(Boolean).join(' · ')
  return {
    title: [space.name, space.city].filter(Boolean).join(', '),
    description,
    alternates: alternates(await getLocale(), `/spaces/${space.id}/${space.slug}`),
    openGraph: { title: space.name, description, type: 'website' },
  }
}

export default async function SpacePage({ params }: Props) {
  const { id, slug } = await params
  const locale = await getLocale()
  const space = await spacePage(id, now())
  if (!space) notFound()
  const path = `/spaces/${space.id}/${space.slug}`
  if (slug !== space.slug) permanentRedirect({ href: path, locale })
  const [events, t] = await Promise.all([eventsAtSpace(space.id, now()), getTranslations('spaces.page')])
  const { appUrl, basemapUrl, basemapAttribution } = env()
  const url = `${appUrl}/${locale}${path}`
  return (
    <>
      <JsonLd data={spaceStructuredData(space, url)} />
      <SpaceDetails
        space={space}
        now={now()}
        url={url}
        basemap={{ url: basemapUrl, attribution: basemapAttribution }}
      >
        {events.length === 0 ? (
          <p className="text-muted">{t('noEvents')}</p>
        ) : (
          <ul className="flex flex-col gap-3">
            {events.map((event) => (
              <li key={event.id}>
                <EventCard event={event} now={now()} />
              </li>
            ))}
          </ul>
        )}
      </SpaceDetails>
    </>
  )
}
