import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { EventForm } from '@/components/host/event-form'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { hostedEvent } from '@/lib/events/hosted/queries'
import { formValues, spaceValues, valuesFromQuery } from '@/lib/events/hosted/rules'
import { usualTimesOfAll } from '@/lib/events/times/rules'
import { languageNames } from '@/lib/freelancers/rules'
import { groupsRunBy } from '@/lib/groups/queries'
import { spaceById, spacesToPick } from '@/lib/spaces/search/queries'
import { editAction } from './actions'

type Props = PageProps<'/[locale]/host/[id]/edit'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('host.edit')
  return { title: t('title'), robots: { index: false } }
}

export default async function EditEventPage({ params, searchParams }: Props) {
  const [{ id }, query, locale] = await Promise.all([params, searchParams, getLocale()])
  const path = `/${locale}/host/${id}/edit`
  const actor = await requireActor(locale, path)
  const event = await hostedEvent(actor, id)
  if (!event) notFound()
  const t = await getTranslations('host.edit')
  const back = { href: `/host/${id}`, label: event.title }
  if (event.status === 'cancelled' || (event.status === 'published' && event.endsAt <= now())) {
    return (
      <Page width="narrow">
        <PageHeader title={t('title')} back={back} />
        <Notice>{t(event.status === 'cancelled' ? 'cancelled' : 'over')}</Notice>
        <LinkButton href={{ pathname: '/host/new', query: { from: id } }} variant="primary" className="mt-4">
          {t('again')}
        </LinkButton>
      </Page>
    )
  }
  const values = { ...formValues(event), ...valuesFromQuery(query) }
  const space = values.spaceId ? await spaceById(values.spaceId) : null
  const own = await groupsRunBy(actor)
  // A co-host who is not of the event's group leaves it where it is.
  const groups = event.group && !own.some(({ id }) => id === event.groupId) ? [event.group, ...own] : own
  const { basemapUrl, basemapAttribution } = env()
  return (
    <Page width="narrow">
      <PageHeader title={t('title')} intro={t('intro')} back={back} />
      <EventForm
        action={editAction}
        eventId={id}
        inSeries={event.seriesId !== null}
        draftKey={`${id}.${event.updatedAt.getTime()}`}
        values={{ ...values, ...spaceValues(space) }}
        usual={usualTimesOfAll(now(), event.timeZone)}
        found={values.spaceQuery ? await spacesToPick(values.spaceQuery, now()) : null}
        path={path}
        taken={event.seatsTaken}
        groups={groups}
        languages={languageNames(locale, event.language)}
        basemap={{ url: basemapUrl, attribution: basemapAttribution }}
      />
    </Page>
  )
}
