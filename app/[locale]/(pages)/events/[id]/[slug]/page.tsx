import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import {
  distrustAction,
  leftAction,
  longerAction,
  trustAction,
} from '@/app/[locale]/(pages)/me/home-table/actions'
import { gladAction, takeBackAction } from '@/app/[locale]/(pages)/me/people/actions'
import { EntryCode } from '@/components/checkin/entry-code'
import { EventDetails } from '@/components/events/event-details'
import { Greeting } from '@/components/greeters/greeting'
import { ClosedDoor } from '@/components/homes/closed-door'
import { OrganizerPanel } from '@/components/host/organizer-panel'
import { Messages } from '@/components/messages/messages'
import { RsvpPanel } from '@/components/rsvps/rsvp-panel'
import { TrustedPanel } from '@/components/safety/trusted-panel'
import { SeriesPanel } from '@/components/series/series-panel'
import { AfterEvent } from '@/components/ties/after-event'
import { ComeToo } from '@/components/ties/come-too'
import { JsonLd } from '@/components/ui/json-ld'
import { currentActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { ownEntryCode } from '@/lib/events/checkin/queries'
import { doorState } from '@/lib/events/checkin/rules'
import { greetingOf } from '@/lib/events/greeters/queries'
import { messagesFor } from '@/lib/events/messages/queries'
import { eventPage } from '@/lib/events/queries'
import { seriesOf } from '@/lib/events/series/queries'
import { eventStructuredData } from '@/lib/events/structured/rules'
import { identityOf } from '@/lib/homes/queries'
import { addressStands, isHome } from '@/lib/homes/rules'
import { alternates } from '@/lib/i18n/alternates'
import { permanentRedirect } from '@/lib/i18n/navigation'
import { pushKey } from '@/lib/push/queries'
import { company, insideOf } from '@/lib/rsvps/company/queries'
import { myRsvp } from '@/lib/rsvps/queries'
import { door } from '@/lib/rsvps/rules'
import { ownTrust } from '@/lib/safety/queries'
import { tiesComing } from '@/lib/ties/coming/queries'
import { lately } from '@/lib/ties/lately/queries'
import {
  answerAction,
  answerGreetingAction,
  askForSeat,
  changeAction,
  comeToAllAction,
  confirmAction,
  joinAction,
  leaveAction,
  leaveSeriesAction,
  sayShyAction,
} from './actions'

type Props = PageProps<'/[locale]/events/[id]/[slug]'>

/** Read once for the page and for what it says of itself. */
const read = cache(async (id: string) => eventPage(id, (await currentActor())?.id ?? null))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await read((await params).id)
  if (!event) return {}
  const description = event.welcome.slice(0, 200) || undefined
  return {
    title: event.title,
    // An unlisted outing is for those who have its link.
    robots: event.unlisted ? { index: false } : undefined,
    description,
    alternates: alternates(await getLocale(), `/events/${event.id}/${event.slug}`),
    openGraph: { title: event.title, description, type: 'article' },
  }
}

export default async function EventPage({ params }: Props) {
  const { id, slug } = await params
  const locale = await getLocale()
  const actor = await currentActor()
  const viewerId = actor?.id ?? null
  const event = await read(id)
  if (!event) notFound()
  const path = `/events/${event.id}/${event.slug}`
  if (slug !== event.slug) permanentRedirect({ href: path, locale })
  const [rsvp, comers, series, inside, messages, code, [met], comeToo, identity, trust, greeting] =
    await Promise.all([
      actor && myRsvp(actor.id, event.id),
      company(viewerId, event.id),
      seriesOf(event, viewerId, now()),
      event.online || event.hidesPlace ? insideOf(viewerId, event.id, now()) : null,
      messagesFor(viewerId, event.id),
      viewerId && ownEntryCode(viewerId, event.id),
      viewerId ? lately(viewerId, now(), event.id) : [],
      viewerId ? tiesComing(viewerId, event.id, now()) : [],
      viewerId && isHome(event.kind) ? identityOf(viewerId, now()) : null,
      viewerId && isHome(event.kind) ? ownTrust(viewerId, event.id, now()) : null,
      greetingOf(viewerId, event.id, now()),
    ])
  const standing = door(event, now())
  const home = isHome(event.kind)
  const known = identity?.missing.length === 0 || (rsvp !== null && rsvp.status !== 'cancelled')
  const begun = event.startsAt <= now()
  const trusted = trust && (
    <TrustedPanel
      trust={trust}
      event={event}
      now={now()}
      actions={{ trust: trustAction, distrust: distrustAction, left: leftAction, longer: longerAction }}
    />
  )
  const hosts = viewerId !== null && event.hostIds.includes(viewerId)
  const { appUrl, basemapUrl, basemapAttribution } = env()
  const url = `${appUrl}/${locale}${path}`
  return (
    <>
      <JsonLd
        data={eventStructuredData(
          event,
          url,
          event.group ? `${appUrl}/${locale}${event.group.path}` : undefined,
        )}
      />
      <EventDetails
        event={{
          ...event,
          ...inside?.place,
          placeHidden: event.hidesPlace && !inside?.place,
          placeGone: !addressStands(event, now()),
        }}
        now={now()}
        url={url}
        onlineUrl={inside?.onlineUrl ?? null}
        basemap={{ url: basemapUrl, attribution: basemapAttribution }}
        company={{ ...comers, signedIn: actor !== null }}
        series={
          series && (
            <SeriesPanel
              series={series}
              now={now()}
              actions={actor && !hosts ? { come: comeToAllAction, stop: leaveSeriesAction } : null}
            />
          )
        }
      >
        <AfterEvent outing={met} actions={{ sayGlad: gladAction, takeBack: takeBackAction }} />
        <ComeToo names={comeToo} />
        {begun && trusted && <div className="mb-6">{trusted}</div>}
        <Greeting
          event={event}
          greeting={greeting}
          inside={hosts || rsvp?.status === 'going'}
          actions={{ sayShy: sayShyAction, answer: answerGreetingAction }}
        />
        {hosts ? (
          <OrganizerPanel
            home={home}
            event={event}
            url={url}
            open={standing === 'open' || standing === 'full'}
            draft={event.status === 'draft'}
            door={doorState(event, now()) === 'open'}
          />
        ) : (
          <div className="flex flex-col gap-6">
            {home && !known && standing !== 'over' && standing !== 'cancelled' ? (
              <ClosedDoor identity={identity} returnTo={`/${locale}${path}`} now={now()} />
            ) : (
              <RsvpPanel
                event={event}
                door={standing}
                viewer={actor && { rsvp }}
                returnTo={`/${locale}${path}`}
                pushKey={pushKey()}
                actions={{
                  join: joinAction,
                  leave: leaveAction,
                  ask: askForSeat,
                  answer: answerAction,
                  change: changeAction,
                  confirm: confirmAction,
                }}
              />
            )}
            {code && standing !== 'over' && standing !== 'cancelled' && <EntryCode code={code} />}
            <Messages messages={messages} now={now()} timeZone={event.timeZone} />
          </div>
        )}
        {!begun && trusted && <div className="mt-6">{trusted}</div>}
      </EventDetails>
    </>
  )
}
