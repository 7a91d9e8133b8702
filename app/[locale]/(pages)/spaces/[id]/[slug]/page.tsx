import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { WorkHere } from '@/components/presence/work-here'
import { ClaimLink } from '@/components/spaces/claim/claim-link'
import { CorrectPanel } from '@/components/spaces/corrections/correct-panel'
import { ClosingNotice, SpaceThanks } from '@/components/spaces/corrections/space-thanks'
import { SpaceDetails } from '@/components/spaces/space-details'
import { SpaceLife } from '@/components/spaces/space-life'
import { SpaceTaps } from '@/components/spaces/space-taps'
import { StillRight } from '@/components/spaces/still-right'
import { AskTrial } from '@/components/spaces/trial/ask-trial'
import { JsonLd } from '@/components/ui/json-ld'
import { isAdmin } from '@/lib/admin/queries'
import { currentActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { eventsAtSpace } from '@/lib/events/queries'
import { alternates } from '@/lib/i18n/alternates'
import { permanentRedirect } from '@/lib/i18n/navigation'
import { workingHere } from '@/lib/presence/queries'
import { closingWords } from '@/lib/spaces/closing/queries'
import { saidLately } from '@/lib/spaces/confirmations/queries'
import { hostsAt, visitsLately } from '@/lib/spaces/life/queries'
import { observedAt } from '@/lib/spaces/observations/queries'
import { keeps } from '@/lib/spaces/owners/queries'
import { spaceOfAlias, spacePage } from '@/lib/spaces/page/queries'
import { spaceStructuredData } from '@/lib/spaces/structured/rules'
import { trialAt } from '@/lib/spaces/trials/queries'
import { pagedTownAt } from '@/lib/towns/slugs/queries'
import {
  acceptTrialAction,
  askTrialAction,
  closingAction,
  confirmAction,
  observeAction,
  takeBackAction,
  unconfirmAction,
  unobserveAction,
  withdrawHereAction,
  withdrawTrialAction,
  workHereAction,
} from './actions'

type Props = PageProps<'/[locale]/spaces/[id]/[slug]'>

/** Read once for the page and for what it says of itself. */
const read = cache((id: string) => spacePage(id, now()))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const space = await read((await params).id)
  if (!space) return {}
  const t = await getTranslations('spaces.kinds')
  const description =
    space.description || [t(space.kind), space.street, space.city].filter(Boolean).join(' · ')
  return {
    title: [space.name, space.city].filter(Boolean).join(', '),
    description,
    alternates: alternates(await getLocale(), `/spaces/${space.id}/${space.slug}`),
    openGraph: { title: space.name, description, type: 'website' },
    twitter: { card: 'summary_large_image' },
  }
}

export default async function SpacePage({ params, searchParams }: Props) {
  const { id, slug } = await params
  const locale = await getLocale()
  const space = await read(id)
  if (!space) {
    // A double of another one: old links lead on.
    const other = await spaceOfAlias(id)
    if (!other) notFound()
    return permanentRedirect({ href: `/spaces/${other.id}/${other.slug}`, locale })
  }
  const path = `/spaces/${space.id}/${space.slug}`
  const query = await searchParams
  // What was just done is said on the page of its right name as well.
  if (slug !== space.slug) permanentRedirect({ href: renamed(path, query), locale })
  const actor = await currentActor()
  const [events, hosts, visits, working, said, observed, town, closing, trial, mine] = await Promise.all([
    eventsAtSpace(space.id, now()),
    hostsAt(space.id, now()),
    visitsLately(space.id, now()),
    workingHere(space, actor, now()),
    saidLately(space, actor, now()),
    observedAt(space, actor),
    pagedTownAt(space.city, space),
    closingWords(space, actor),
    trialAt(space.id, actor, now()),
    keeps(actor, space.id),
  ])
  const { appUrl, basemapUrl, basemapAttribution } = env()
  const url = `${appUrl}/${locale}${path}`
  const images = space.photos.map(({ id }) => `${appUrl}/api/photos/${id}`)
  const life = { spaceId: space.id, open: space.closedOn === null, events, hosts, now: now() }
  return (
    <>
      <JsonLd data={spaceStructuredData(space, url, images)} />
      <SpaceDetails
        space={space}
        visits={visits}
        now={now()}
        town={town}
        url={url}
        basemap={{ url: basemapUrl, attribution: basemapAttribution }}
        slots={{
          notices: (
            <>
              <SpaceThanks done={query.done} hours={query.hours} />
              {closing && <ClosingNotice people={closing.people} closed={space.closedOn !== null} />}
            </>
          ),
          work: working && (
            <WorkHere
              spaceId={space.id}
              working={working}
              actions={{ workHere: workHereAction, takeBack: takeBackAction }}
            />
          ),
          stillRight: said !== null && (
            <StillRight spaceId={space.id} said={said} confirm={confirmAction} takeBack={unconfirmAction} />
          ),
          taps: observed && (
            <SpaceTaps
              spaceId={space.id}
              observed={observed}
              say={observeAction}
              takeBack={unobserveAction}
            />
          ),
          correct: closing && (
            <CorrectPanel space={space} words={closing} say={closingAction} takeBack={withdrawHereAction} />
          ),
          trial: trial && (
            <AskTrial
              spaceId={space.id}
              trial={trial}
              now={now()}
              actions={{ ask: askTrialAction, accept: acceptTrialAction, withdraw: withdrawTrialAction }}
            />
          ),
          claim: space.kind !== 'home_table' && !space.closedOn && (
            <ClaimLink spaceId={space.id} keeps={mine} admin={isAdmin(actor)} />
          ),
          life: <SpaceLife {...life} />,
        }}
      />
    </>
  )
}

/** The address of the page under its right name, with what a page that sent one here says of it, and nothing else. */
function renamed(pathname: string, { done, hours }: Awaited<Props['searchParams']>) {
  const query = {
    ...(typeof done === 'string' ? { done } : {}),
    ...(typeof hours === 'string' ? { hours } : {}),
  }
  // An empty query would leave its question mark behind.
  return Object.keys(query).length > 0 ? { pathname, query } : pathname
}
