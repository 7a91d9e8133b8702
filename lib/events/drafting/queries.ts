import { gentleColumns } from '@/lib/events/gentle/rules'
import { type PlaceRefusal, placeOf } from '@/lib/events/place/queries'
import { hidden } from '@/lib/events/place/rules'
import type { HiddenPlace } from '@/lib/events/place/schema'
import { type Announced, proposedTitle } from '@/lib/events/rules'
import type { EventInput } from '@/lib/events/schema'
import { type TimesRefusal, timesFrom } from '@/lib/events/times/rules'
import { ok, type Result } from '@/lib/result'
import { Prisma } from '@/prisma/client/client'

/** What is stored of an event once its place and its hours are known. */
export type Drafted = Announced & { hiddenPlace: HiddenPlace | null }

/** What an input comes to once its place and its hours are known. `kindName` names an event without a title. */
export async function draftOf(
  input: EventInput,
  kindName: string,
): Promise<Result<Drafted, PlaceRefusal | TimesRefusal>> {
  const place = await placeOf(input)
  if (!place.ok) return place
  const times = timesFrom(input, place.value.timeZone)
  if (!times.ok) return times
  const hides = input.hideAddress && input.where === 'address'
  const shown = hides ? hidden(place.value) : { ...place.value, hiddenPlace: null }
  const title = input.title || proposedTitle(kindName, shown)
  return ok({ ...shown, ...times.value, title })
}

/** The columns that the form sets as they were typed. */
export const ownWords = (input: EventInput) => ({
  kind: input.kind,
  welcome: input.welcome,
  language: input.language,
  price: input.price,
  capacity: input.capacity,
  maxCompanions: input.maxCompanions,
  approval: input.approval,
  ...gentleColumns(input),
  questions: input.questions,
  groupId: input.groupId,
  unlisted: input.unlisted,
})

/** A JSON column says its NULL in its own way. */
export const stored = <A extends { hiddenPlace: HiddenPlace | null }>(event: A) => ({
  ...event,
  hiddenPlace: event.hiddenPlace ?? Prisma.DbNull,
})
