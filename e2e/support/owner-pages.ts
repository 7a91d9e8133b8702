import { db } from '@/lib/db'
import type { MadeFreelancer } from '@/lib/testing/makers'
import { makeFreelancer, makeSpace } from '@/lib/testing/makers'
import { keptPhoto } from './photos'

/** A day that somebody may come to try a place: far enough for no clock to overtake it. */
const SOON = 7 * 86_400_000

/** Paths, without the language, of the pages of somebody who keeps a place, and of one who says that another is theirs. */
export async function ownerPages(person: MadeFreelancer): Promise<string[]> {
  const [zoe, ana] = [await makeFreelancer({ name: 'Zoé' }), await makeFreelancer({ name: 'Ana' })]
  const website = 'https://grenier.example.com'
  const kept = await makeSpace({
    name: 'Le Grenier',
    trialDay: true,
    trialNote: 'Le café est prêt.',
    website,
  })
  const day = new Date(new Date(kept.createdAt.getTime() + SOON).toISOString().slice(0, 10))
  await db.space.update({
    where: { id: kept.id },
    data: {
      owners: { create: [{ freelancerId: person.id }, { freelancerId: zoe.id }] },
      photos: { create: { url: await keptPhoto(`${website}/a.png`), alt: 'La salle' } },
      trials: {
        create: { freelancerId: ana.id, day, half: 'morning', reachable: false, askedAt: kept.createdAt },
      },
    },
  })
  const other = await makeSpace({ name: 'Le Quai', website, provenance: { website: 'osm' } })
  const shared = await makeSpace({ name: 'La Cale', website: 'https://www.facebook.com/la-cale' })
  await db.spaceClaim.create({
    data: {
      ...{ spaceId: shared.id, freelancerId: person.id, expiresAt: kept.createdAt },
      ...{ askedAt: kept.createdAt, note: 'Je tiens ce lieu depuis dix ans.' },
    },
  })
  return [
    '/me/spaces',
    `/me/spaces/${kept.id}`,
    `/me/spaces/${kept.id}/edit`,
    `/me/spaces/${kept.id}/photos`,
    `/spaces/${kept.id}/le-grenier`,
    `/spaces/${other.id}/claim`,
    `/spaces/${shared.id}/claim`,
  ]
}
