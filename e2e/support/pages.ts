import { requestCode } from '@/lib/accounts/codes/commands'
import { linkTokenOf } from '@/lib/accounts/codes/rules'
import { db } from '@/lib/db'
import { inviteToken } from '@/lib/events/hosts/queries'
import { joinEvent, rsvpToken } from '@/lib/rsvps/commands'
import { unsubscribeToken } from '@/lib/settings/commands'
import { slugify } from '@/lib/slug'
import {
  type MadeFreelancer,
  makeEvent,
  makeFreelancer,
  makeRsvp,
  makeSpace,
  toActor,
} from '@/lib/testing/makers'

/** Paths, without the language, of every page that anybody may open. */
export async function publicPages(): Promise<string[]> {
  const host = await makeFreelancer({ name: 'Léa Martin' })
  const space = await makeSpace({
    name: 'La Bulle',
    openingHours: 'Mo-Fr 09:00-18:00',
    internet: 'wlan',
    internetFee: 'no',
    wheelchair: 'yes',
  })
  const place = { organizerId: host.id, spaceId: space.id, placeName: space.name, city: 'Cannes' }
  const open = await makeEvent({
    ...place,
    title: 'Apéro du port',
    welcome: 'Une table au fond.',
    capacity: 8,
  })
  const cancelled = await makeEvent({ ...place, title: 'Déjeuner annulé', status: 'cancelled' })
  const group = await db.group.create({
    data: {
      ...{ name: 'Open Coffee Cannes', about: 'Un café **chaque jeudi**.', city: 'Cannes' },
      members: { create: { freelancerId: host.id, role: 'owner' } },
    },
  })
  await db.event.update({ where: { id: open.id }, data: { groupId: group.id } })
  const of = (event: { id: string; title: string }) => `/events/${event.id}/${slugify(event.title)}`
  return [
    '',
    '/agenda',
    '/agenda?kind=workshop&when=2031-01-01',
    `/spaces/${space.id}/${slugify(space.name)}`,
    of(open),
    of(cancelled),
    '/groups',
    '/groups?q=nulle-part',
    `/groups/${group.id}/open-coffee-cannes`,
    '/sign-in',
    '/outings',
    '/inbox',
    '/legal',
    '/privacy',
    '/nowhere',
  ]
}

const QUESTIONS = [
  {
    id: 'diet',
    type: 'choice',
    text: 'Que mangez-vous ?',
    choices: ['De tout', 'Végétarien'],
    required: true,
  },
  { id: 'bike', type: 'yes_no', text: 'À vélo ?', choices: [], required: false },
  { id: 'word', type: 'text', text: 'Autre chose ?', choices: [], required: false },
]

/** Paths, without the language, of the pages of somebody who is signed in and hosts. */
export async function ownPages(person: MadeFreelancer): Promise<string[]> {
  const event = await makeEvent({ organizerId: person.id, title: 'Apéro du port', capacity: 2 })
  const people = ['Ana', 'Bob', 'Cléo'].map((name) => makeFreelancer({ name }))
  for (const guest of await Promise.all(people)) await joinEvent(toActor(guest), event.id)
  const asking = await makeEvent({ title: 'Atelier', maxCompanions: 2, approval: true, questions: QUESTIONS })
  const draft = await makeEvent({ organizerId: person.id, title: 'Brouillon', status: 'draft' })
  const template = { ownerId: person.id, name: 'Apéro du port', values: { title: 'Apéro du port' } }
  await db.eventTemplate.upsert({
    where: { ownerId_name: { ownerId: person.id, name: template.name } },
    create: template,
    update: {},
  })
  const member = await makeFreelancer({ name: 'Marc' })
  const group = await db.group.create({
    data: {
      name: 'Open Coffee Cannes',
      members: { create: [{ freelancerId: person.id, role: 'owner' }, { freelancerId: member.id }] },
    },
  })
  const host = `/host/${event.id}`
  const page = `/events/${event.id}/apero-du-port`
  return [
    '',
    page,
    `/events/${asking.id}/atelier`,
    '/outings',
    '/me',
    '/me/profile',
    '/me/messages',
    '/host',
    '/host/new',
    host,
    `${host}/edit`,
    `${host}/cancel`,
    `${host}/hosts`,
    `${host}/message`,
    `${host}/checkin`,
    `/host/${draft.id}`,
    '/host/templates',
    '/groups/new',
    `/groups/${group.id}/open-coffee-cannes`,
    `/groups/${group.id}/edit`,
    `/groups/${group.id}/members`,
  ]
}

/** Paths, without the language, that only a mail leads to. */
export async function mailedPages(email: string): Promise<string[]> {
  const event = await makeEvent({ title: 'Apéro du port', capacity: 2 })
  const rsvp = await makeRsvp({ eventId: event.id })
  const offered = await makeRsvp({ eventId: event.id, status: 'offered', heldUntil: event.startsAt })
  const invite = await db.hostInvite.create({
    data: { eventId: event.id, email, invitedById: event.organizerId },
  })
  const asked = { email, name: 'Ana', locale: 'fr' as const, returnTo: '/fr', eventId: event.id }
  const code = await requestCode(asked, '127.0.0.1')
  if (!code.ok) throw new Error(code.reason)
  const { id } = code.value
  const token = linkTokenOf(id, process.env.AUTH_SECRET ?? '')
  return [
    `/sign-in/code/${id}`,
    `/sign-in/link/${token}`,
    `/leave/${rsvpToken(rsvp.id)}`,
    '/leave/nonsense',
    `/confirm/${rsvpToken(offered.id)}`,
    '/confirm/nonsense',
    `/coming/${rsvpToken(rsvp.id)}`,
    '/coming/nonsense',
    `/unsubscribe/${unsubscribeToken(rsvp.freelancerId, 'reminder')}`,
    '/unsubscribe/nonsense',
    `/cohost/${inviteToken(invite.id)}`,
    '/cohost/nonsense',
  ]
}
