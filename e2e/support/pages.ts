import { slugify } from '@/lib/slug'
import { makeEvent, makeFreelancer, makeSpace } from '@/lib/testing/makers'

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
  const of = (event: { id: string; title: string }) => `/events/${event.id}/${slugify(event.title)}`
  return [
    '',
    '/agenda',
    '/agenda?kind=workshop&when=2031-01-01',
    `/spaces/${space.id}/${slugify(space.name)}`,
    of(open),
    of(cancelled),
    '/sign-in',
    '/outings',
    '/inbox',
    '/legal',
    '/privacy',
    '/nowhere',
  ]
}

/** Paths, without the language, of the pages of somebody who is signed in. */
export const ownPages = ['/outings', '/me', '/me/profile', '/host', '/host/new']
