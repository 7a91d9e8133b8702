import { requestCode } from '@/lib/accounts/codes/commands'
import { linkTokenOf } from '@/lib/accounts/codes/rules'
import { now } from '@/lib/clock'
import { answerCoffee } from '@/lib/coffees/commands'
import { db } from '@/lib/db'
import { inviteToken } from '@/lib/events/hosts/queries'
import { addClientDay } from '@/lib/presence/clientdays/commands'
import { workHere } from '@/lib/presence/commands'
import { sayable } from '@/lib/presence/halfdays/rules'
import { joinEvent, rsvpToken } from '@/lib/rsvps/commands'
import { leftToken, neverToken } from '@/lib/safety/queries'
import { unsubscribeToken } from '@/lib/settings/commands'
import { slugify } from '@/lib/slug'
import { makeCoffee } from '@/lib/testing/coffees'
import { makeHomeTable } from '@/lib/testing/homes'
import {
  type MadeFreelancer,
  makeEvent,
  makeFreelancer,
  makeRsvp,
  makeSpace,
  toActor,
} from '@/lib/testing/makers'
import { faceToken } from '@/lib/wishes/drafts/queries'
import { ownerPages } from './owner-pages'

/** Paths, without the language, of every page that anybody may open. */
export async function publicPages(): Promise<string[]> {
  const host = await makeFreelancer({ name: 'Léa Martin' })
  const space = await makeSpace({
    name: 'La Bulle',
    openingHours: 'Mo-Fr 09:00-18:00',
    internet: 'wlan',
    internetFee: 'no',
    wheelchair: 'yes',
    ...{ sockets: 'plenty', noise: 'quiet', priceDay: 1800, trialDay: true, phoneBooths: false },
    provenance: { name: 'osm', noise: 'people' },
    sources: {
      create: { source: 'osm', externalId: `node/${Date.now()}`, licence: 'ODbL-1.0', fields: {}, hash: '' },
    },
  })
  const closed = await makeSpace({ name: 'Le Zinc', approximate: true, closedOn: now() })
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
    `/spaces/${closed.id}/${slugify(closed.name)}`,
    of(open),
    of(cancelled),
    of(await makeHomeTable({ organizerId: host.id })),
    '/groups',
    '/groups?q=nulle-part',
    `/groups/${group.id}/open-coffee-cannes`,
    '/sign-in',
    '/outings',
    '/wishes',
    ...['/places', '/places?area=alpes-maritimes', '/places/cannes', '/places/draguignan'],
    '/places/draguignant',
    '/coffees',
    '/welcome',
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

/** Milliseconds. */
const DAY = 86_400_000

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
  const member = await makeFreelancer({
    ...{ name: 'Marc', trade: 'Photographe', bio: 'Souvent dehors.', interests: ['salsa'], area: 'Cannes' },
    visibility: 'members',
  })
  await db.block.create({
    data: { blockerId: person.id, blockedId: (await makeFreelancer({ name: 'Bob' })).id },
  })
  const group = await db.group.create({
    data: {
      name: 'Open Coffee Cannes',
      members: { create: [{ freelancerId: person.id, role: 'owner' }, { freelancerId: member.id }] },
    },
  })
  // Somebody met, and somebody one is glad to meet again, who is glad, too.
  const over = { startsAt: new Date(+event.startsAt - 60 * DAY), endsAt: new Date(+event.endsAt - 60 * DAY) }
  const met = await makeEvent({ organizerId: member.id, title: 'Café du port', ...over })
  const zoe = await makeFreelancer({ name: 'Zoé', trade: 'Traductrice', visibility: 'members' })
  for (const { id } of [person, zoe]) await makeRsvp({ eventId: met.id, freelancerId: id })
  await db.freelancer.update({ where: { id: person.id }, data: { visibility: 'members' } })
  await db.glad.createMany({
    data: [
      { personId: person.id, aboutId: member.id },
      { personId: member.id, aboutId: person.id, way: '06 00 00 00 00' },
      { personId: person.id, aboutId: zoe.id },
    ],
  })
  const lately = await makeEvent({
    ...{ organizerId: member.id, title: 'Déjeuner du port' },
    startsAt: new Date(+event.startsAt - 2 * DAY),
    endsAt: new Date(+event.endsAt - 2 * DAY),
  })
  for (const { id } of [person, zoe]) await makeRsvp({ eventId: lately.id, freelancerId: id })
  const cafe = await makeSpace({ name: 'Le Zinc', kind: 'cafe' })
  const [soon] = sayable(now(), cafe.timeZone)
  if (soon) for (const one of [person, zoe]) await workHere(toActor(one), { spaceId: cafe.id, ...soon })
  const sophia = { weekday: 4, half: 'morning' as const, area: 'Sophia Antipolis', near: null }
  for (const one of [person, zoe]) await addClientDay(toActor(one), sophia)
  await db.spaceCorrection.createMany({
    data: [
      { authorId: person.id, spaceId: cafe.id, changes: { phone: '04 00', coffee: true }, note: 'Vu.' },
      {
        authorId: person.id,
        status: 'refused',
        decidedAt: now(),
        answer: 'Fermé.',
        adds: true,
        changes: { name: 'Lou' },
      },
    ],
  })
  const coffee = await makeCoffee([person, member], { spaceId: cafe.id })
  const agreed = await makeCoffee([person, member], { spaceId: cafe.id, askedBy: person.id })
  await answerCoffee(toActor(member), { coffeeId: agreed, answer: 'yes', times: 7 })
  await db.wish.create({
    data: {
      ...{ freelancerId: person.id, cellLat: 43.5425, cellLng: 7.015, kinds: ['lunch'], halfDays: 3 },
      wishedAt: event.createdAt,
    },
  })
  // Whom one trusts: nobody yet, and somebody who knows that one is out.
  const home = await makeHomeTable({ organizerId: member.id })
  const out = await makeHomeTable({
    ...{ organizerId: member.id, startsAt: new Date(+event.startsAt - DAY - 7_200_000) },
    endsAt: new Date(+event.startsAt - DAY + 7_200_000),
  })
  for (const { id } of [home, out]) await makeRsvp({ eventId: id, freelancerId: person.id })
  await db.trustedContact.create({
    data: {
      ...{
        eventId: out.id,
        freelancerId: person.id,
        name: 'Marie',
        email: 'marie@example.com',
        emailHash: 'x',
      },
      ...{ telling: 'if_needed', grace: 30 },
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
    '/me/blocks',
    '/me/people',
    '/me/days',
    '/me/places',
    `/spaces/${cafe.id}/le-zinc/correct`,
    '/spaces/new',
    `/spaces/${cafe.id}/le-zinc`,
    '/me/home-table',
    `/events/${home.id}/table-a-la-maison-cannes`,
    `/events/${out.id}/table-a-la-maison-cannes`,
    '/wishes',
    `/events/${lately.id}/dejeuner-du-port`,
    '/outings/rhythm',
    '/me/check',
    '/welcome',
    '/coffees',
    `/coffees/${coffee}`,
    `/coffees/${agreed}`,
    `/people/${member.id}`,
    '/host',
    '/host/new',
    host,
    `${host}/edit`,
    `${host}/cancel`,
    `${host}/hosts`,
    `${host}/greeters`,
    `${host}/message`,
    `${host}/checkin`,
    `/host/${draft.id}`,
    '/host/templates',
    ...(await ownerPages(person)),
    '/groups/new',
    `/groups/${group.id}/open-coffee-cannes`,
    `/groups/${group.id}/edit`,
    `/groups/${group.id}/members`,
  ]
}

/** The token of somebody who is asked to open a table. */
async function faceOfNothing(): Promise<string> {
  const { id } = await makeFreelancer()
  const times = { startsAt: new Date('2031-01-06T09:00:00Z'), endsAt: new Date('2031-01-06T10:00:00Z') }
  const draft = await db.wishDraft.create({
    data: { kind: 'lunch', ...times, timeZone: 'Europe/Paris', area: 'Cannes' },
  })
  const cell = { cellLat: 43.5425, cellLng: 7.015 }
  const at = draft.createdAt
  await db.wish.create({
    data: { freelancerId: id, ...cell, halfDays: 1, wishedAt: at, draftId: draft.id, askedAt: at },
  })
  return faceToken(draft.id, id)
}

/** Paths, without the language, that only a mail leads to. */
export async function mailedPages(email: string): Promise<string[]> {
  const event = await makeEvent({ title: 'Apéro du port', capacity: 2 })
  const rsvp = await makeRsvp({ eventId: event.id })
  const offered = await makeRsvp({ eventId: event.id, status: 'offered', heldUntil: event.startsAt })
  const invite = await db.hostInvite.create({
    data: { eventId: event.id, email, invitedById: event.organizerId },
  })
  const home = await makeHomeTable()
  const trusted = await db.trustedContact.create({
    data: {
      ...{ eventId: home.id, freelancerId: rsvp.freelancerId, name: 'Marie', email: 'marie@example.com' },
      ...{ emailHash: 'x', telling: 'if_needed', grace: 30 },
    },
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
    `/wishes/face/${await faceOfNothing()}`,
    '/wishes/face/nonsense',
    `/cohost/${inviteToken(invite.id)}`,
    '/cohost/nonsense',
    `/left/${leftToken(trusted.id)}`,
    '/left/nonsense',
    `/never/${neverToken('marie@example.com')}`,
    '/never/nonsense',
  ]
}
