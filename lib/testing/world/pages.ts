import { STREET } from './crowd'
import { HOST, VIEWER, worldId } from './ids'

/** A page or an answer of the site: who asks, the path, and how many statements it takes at most. */
export type Asked = { path: string; cookie: string; statements: number }

const event = worldId('hosted', 1)
const space = worldId('space', 1)
const group = worldId('group', 1)

const eventPath = `/fr/events/${event}/apero-1`
const spacePath = `/fr/spaces/${space}/la-bulle-1`
const groupPath = `/fr/groups/${group}/les-aperos-1`
const VIEW = '/fr?lat=43.555&lng=7.012&z=13'
const BOX = 'bbox=6.9,43.5,7.1,43.6'

const STREET_BOX = `bbox=${STREET.lng - 0.1},${STREET.lat - 0.1},${STREET.lng + 0.1},${STREET.lat + 0.1}`

const asked = (cookie: string, paths: Record<string, number>): Asked[] =>
  Object.entries(paths).map(([path, statements]) => ({ path, cookie, statements }))

const STRANGER = {
  [VIEW]: 5,
  [`${VIEW}&show=people`]: 1,
  '/fr': 5,
  '/fr?q=bulle': 8,
  '/fr?q=apero+cannes': 10,
  '/fr/agenda': 1,
  '/fr/agenda?q=Cannes': 9,
  [eventPath]: 4,
  [spacePath]: 8,
  '/fr/groups': 1,
  [groupPath]: 3,
  '/fr/lieux': 0,
  '/fr/lieux/cannes': 4,
  '/fr/legal': 0,
  '/sitemap.xml': 3,
  '/sitemap-towns-1.xml': 0,
  [`/api/v1/events?${BOX}`]: 1,
  [`/api/v1/spaces?${BOX}`]: 1,
  [`/api/v1/spaces?${STREET_BOX}`]: 1,
  [`/api/v1/spaces?${STREET_BOX}&kind=library&cursor=30~${space}`]: 1,
  [`/api/v1/events/${event}`]: 1,
  [`/api/v1/spaces/${space}`]: 1,
  '/api/search?q=bulle&lang=fr': 4,
  '/api/search?q=apero+can&lang=fr': 5,
  '/api/spaces?q=bulle': 2,
  '/api/towns?q=can': 0,
  '/api/map/13/4255/2989': 4,
  '/api/map/6/33/23': 3,
  [`/api/v1/events/${event}/calendar.ics`]: 1,
  [`/api/v1/spaces/${space}/calendar.ics`]: 1,
  [`/api/v1/groups/${group}/calendar.ics`]: 1,
  [`/api/v1/series/${worldId('series', 1)}/calendar.ics`]: 1,
}

const SIGNED_IN = {
  [VIEW]: 10,
  [`${VIEW}&show=people`]: 3,
  [eventPath]: 16,
  [`/fr/events/${worldId('past', 1)}/apero-1`]: 17,
  [spacePath]: 16,
  '/fr/agenda': 3,
  [groupPath]: 6,
  '/fr/groups': 4,
  '/fr/lieux/cannes': 7,
  '/fr/me': 3,
  '/fr/me/people': 11,
  '/fr/me/places': 3,
  '/fr/me/days': 7,
  '/fr/me/blocks': 3,
  '/fr/me/spaces': 4,
  [`/fr/me/spaces/${space}`]: 6,
  [`/fr/me/spaces/${space}/edit`]: 4,
  [`/fr/me/spaces/${space}/photos`]: 4,
  '/fr/me/messages': 3,
  '/fr/me/profile': 3,
  '/fr/me/home-table': 4,
  '/fr/outings': 13,
  '/fr/outings/rhythm': 5,
  '/fr/coffees': 7,
  [`/fr/coffees/${worldId('coffee', 1)}`]: 3,
  [`/fr/people/${worldId('person', 1)}`]: 6,
  '/fr/wishes': 4,
  '/fr/welcome': 14,
  [`${spacePath}/correct`]: 10,
  [`/fr/spaces/${space}/claim`]: 7,
  '/fr/spaces/new': 2,
  '/fr/inbox': 2,
}

const HOSTING = {
  '/fr/host': 4,
  [`/fr/host/${event}`]: 5,
  [`/fr/host/${event}/edit`]: 5,
  [`/fr/host/${event}/greeters`]: 4,
  [`/fr/host/${event}/checkin`]: 3,
  [`/fr/host/${event}/hosts`]: 4,
  [`/fr/host/${event}/message`]: 4,
  [`/fr/host/${event}/cancel`]: 4,
  [`/fr/host/${event}/guests.csv`]: 2,
  '/fr/host/new': 3,
  '/fr/host/templates': 3,
  [`/fr/groups/${group}/members`]: 4,
  [`/fr/groups/${group}/edit`]: 4,
  '/fr/admin': 8,
  '/fr/admin/corrections': 5,
  '/fr/admin/doubles': 4,
  '/fr/admin/claims': 6,
  '/fr/admin/imports': 3,
  [`/fr/admin/imports/${worldId('run', 1)}`]: 3,
  '/fr/admin/measures': 8,
}

/** All of them, each as whoever it is for. */
export const PAGES: Asked[] = [
  ...asked('', STRANGER),
  ...asked(VIEWER.cookie, SIGNED_IN),
  ...asked(HOST.cookie, HOSTING),
]

/** Those that read all there is: a list of everything, what administrators learn of everybody, words that many share. */
export const READS_ALL = ['/sitemap.xml', '/fr/admin/measures', '/fr/agenda?q=Cannes']
