import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { EventForm } from '@/components/host/event-form'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import type { Actor } from '@/lib/accounts/schema'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { hostedEvent } from '@/lib/events/hosted/queries'
import {
  duplicateValues,
  type EventValues,
  pathWithValues,
  spaceValues,
  valuesFromQuery,
} from '@/lib/events/hosted/rules'
import { eventKindSchema } from '@/lib/events/kinds/schema'
import { EVENT_KINDS } from '@/lib/events/kinds/terms'
import { FALLBACK_ZONE } from '@/lib/events/schema'
import { templateValues } from '@/lib/events/templates/queries'
import { usualTimesOfAll } from '@/lib/events/times/rules'
import { languageNames } from '@/lib/freelancers/rules'
import { groupsRunBy } from '@/lib/groups/queries'
import { isHome } from '@/lib/homes/rules'
import { spaceById, spacesToPick } from '@/lib/spaces/search/queries'
import { publishAction } from './actions'

type Props = PageProps<'/[locale]/host/new'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('host.new')
  return { title: t('title'), robots: { index: false } }
}

export default async function NewEventPage({ searchParams }: Props) {
  const [query, locale] = await Promise.all([searchParams, getLocale()])
  const path = `/${locale}/host/new`
  const from = [query.from].flat().at(-1)
  const template = [query.template].flat().at(-1)
  const given = valuesFromQuery({ ...query, spaceId: query.spaceId ?? query.space })
  const origin: Record<string, string> | null = from ? { from } : template ? { template } : null
  const returnTo = origin ? `${path}?${new URLSearchParams(origin)}` : pathWithValues(path, given)
  const actor = await requireActor(locale, returnTo)
  const t = await getTranslations('host.new')
  const { values, timeZone } = await firstValues(actor, { from, template }, given)
  const usual = usualTimesOfAll(now(), timeZone)
  const kind = eventKindSchema.catch(EVENT_KINDS[0]).parse(values.kind)
  const { basemapUrl, basemapAttribution } = env()
  return (
    <Page width="narrow">
      <PageHeader title={t('title')} intro={t('intro')} back={{ href: '/host', label: t('back') }} />
      <EventForm
        action={publishAction}
        draftKey={['new', from ?? template ?? query.space].filter(Boolean).join('.')}
        values={{
          where: isHome(kind) ? 'address' : 'space',
          language: locale,
          ...usual[kind],
          ...values,
          kind,
        }}
        usual={usual}
        found={values.spaceQuery ? await spacesToPick(values.spaceQuery, now()) : null}
        path={path}
        taken={null}
        groups={await groupsRunBy(actor)}
        languages={languageNames(locale, values.language)}
        basemap={{ url: basemapUrl, attribution: basemapAttribution }}
      />
    </Page>
  )
}

/** An event of one's own again, a template, or a space to begin with; what the URL says comes last. */
async function firstValues(
  actor: Actor,
  { from, template }: { from?: string; template?: string },
  given: EventValues,
) {
  const original = from ? await hostedEvent(actor, from) : null
  const kept = template ? await templateValues(actor, template) : null
  if ((from && !original) || (template && !kept)) notFound()
  const values = { ...(original ? duplicateValues(original, now()) : kept), ...given }
  const space = values.spaceId ? await spaceById(values.spaceId) : null
  const timeZone = space?.timeZone ?? original?.timeZone ?? FALLBACK_ZONE
  return { values: { ...values, ...spaceValues(space) }, timeZone }
}
