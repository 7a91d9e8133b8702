import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { dropWish } from '@/lib/wishes/commands'
import { draftAround } from '@/lib/wishes/drafts/commands'
import { WORKING_WEEK } from '@/lib/wishes/terms'
import { forgetJobs } from './jobs'
import { makeFreelancer, toActor } from './makers'

/** In the Massif Central, where no other test meets. */
export const HERE = { lat: 45.12, lng: 3.21 }

/** What one tap on "I'd come" says. */
export const aWish = { cell: HERE, town: '', kinds: [], halfDays: WORKING_WEEK }

export const somebody = async (name: string) => toActor(await makeFreelancer({ name }))

export const people = (...names: string[]) => Promise.all(names.map(somebody))

/** Somebody by their id, as commands know them. */
export async function actorOf(id: string): Promise<Actor> {
  const { email, locale, freelancer } = await db.user.findUniqueOrThrow({
    where: { id },
    include: { freelancer: true },
  })
  if (!freelancer) throw new Error('somebody without a profile')
  return toActor({ ...freelancer, email, locale })
}

/** They would come. Nothing looks around their wishes yet. */
export async function wished(actors: Actor[], cell = HERE): Promise<void> {
  for (const actor of actors) await dropWish(actor, { ...aWish, cell })
  await forgetJobs()
}

/** A draft that has brought these people together. */
export async function drafted(...names: string[]): Promise<{ id: string; actors: Actor[] }> {
  const actors = await people(...names)
  await wished(actors)
  return { id: (await draftAround(actors[0]?.id ?? '')) ?? '', actors }
}

/** Whoever is asked now to be the face of the one draft. */
export async function askedFace(): Promise<string> {
  const asked = await db.wish.findFirst({ where: { askedAt: { not: null }, passedAt: null } })
  return asked?.freelancerId ?? ''
}

export async function forgetWishes(): Promise<void> {
  await db.wish.deleteMany()
  await db.wishDraft.deleteMany()
  await db.wishOutcome.deleteMany()
  await forgetJobs()
}
