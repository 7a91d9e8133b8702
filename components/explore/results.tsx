import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EventCard } from '@/components/events/event-card'
import { PersonCard } from '@/components/freelancers/person-card'
import { SpaceCard } from '@/components/spaces/space-card'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import type { FormAction } from '@/components/ui/use-form-action'
import { WishInvite } from '@/components/wishes/wish-invite'
import { townsPath } from '@/lib/i18n/paths'
import type { Around } from '@/lib/map/explore/queries'
import { AreaCounts } from './area-counts'
import { NoEvents, NothingHere } from './nothing-here'
import { Pinned } from './pinned'
import type { Ways } from './ways'

type Props = {
  around: Around
  ways: Ways
  now: Date
  /** Says "I'd come". */
  dropWish: FormAction
}

/** The list beside the map: the card picked on it, then outings, places and people. */
export function Results({ around, ways, now, dropWish }: Props) {
  const [t, towns] = [useTranslations('explore'), useTranslations('towns')]
  const locale = useLocale()
  const { chosen, events, spaces, working, people, areas, wishes, town } = around
  const chosenId = chosen?.type === 'event' ? chosen.event.id : chosen?.space.id
  const others = <T extends { id: string }>(cards: T[] = []) => cards.filter(({ id }) => id !== chosenId)
  const event = (card: Parameters<typeof EventCard>[0]['event']) => (
    <Pinned key={card.id} at={`event:${card.id}`} name={card.title} lat={card.lat} lng={card.lng}>
      <EventCard event={card} now={now} />
    </Pinned>
  )
  const space = (card: Parameters<typeof SpaceCard>[0]['space']) => (
    <Pinned key={card.id} at={`space:${card.id}`} name={card.name} lat={card.lat} lng={card.lng}>
      <SpaceCard space={card} now={now} working={working[card.id]} />
    </Pinned>
  )
  const few = !events?.events.length
  const invite = (main: boolean) =>
    wishes && <WishInvite wishes={wishes} town={town} action={dropWish} main={main} />
  const nothing = !events?.events.length && !spaces?.spaces.length && !people?.people.length && !areas?.length
  return (
    <div className="flex flex-col gap-7">
      {chosen && (
        <Section title={t('chosen')}>
          {chosen.type === 'event' ? event(chosen.event) : space(chosen.space)}
        </Section>
      )}
      {nothing && <NothingHere ways={ways}>{invite(true)}</NothingHere>}
      {events && !nothing && (
        <Section title={t('events')} more={events.next ? ways.more('events', events.next) : null}>
          {events.events.length === 0 ? <NoEvents ways={ways} /> : others(events.events).map(event)}
        </Section>
      )}
      {!nothing && invite(few)}
      {spaces && spaces.spaces.length > 0 && (
        <Section title={t('spaces')} more={spaces.next ? ways.more('spaces', spaces.next) : null}>
          {others(spaces.spaces).map(space)}
          <li>
            <LinkButton variant="plain" href="/spaces/new" className="-ml-3">
              <Icon name="plus" />
              {t('addPlace')}
            </LinkButton>
          </li>
        </Section>
      )}
      {people && people.people.length > 0 && (
        <Section title={t('people')} more={people.next ? ways.more('people', people.next) : null}>
          {people.people.map((person) => (
            <li key={person.id}>
              <PersonCard person={person} />
            </li>
          ))}
        </Section>
      )}
      {areas && areas.length > 0 && <AreaCounts areas={areas} returnTo={ways.here} />}
      <LinkButton variant="plain" href={townsPath(locale)} className="self-center">
        {towns('index')}
      </LinkButton>
    </div>
  )
}

/** A title, its cards, and the way to those that are not on this page. */
function Section({ title, more, children }: { title: string; more?: string | null; children: ReactNode }) {
  const t = useTranslations('explore')
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-xl">{title}</h2>
      <ul className="flex flex-col gap-3">{children}</ul>
      {more && (
        <LinkButton href={`/?${more}`} className="self-center">
          {t('more')}
        </LinkButton>
      )}
    </section>
  )
}
