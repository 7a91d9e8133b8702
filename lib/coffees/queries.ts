import type { Actor } from '@/lib/accounts/schema'
import { roomOf } from '@/lib/coffees/online/queries'
import { db } from '@/lib/db'
import { distance } from '@/lib/geo/distance'
import { firstName } from '@/lib/rsvps/rules'
import { slugify } from '@/lib/slug'
import { endOf, isToReport } from './rules'
import { coffeeIdSchema } from './schema'

const select = {
  id: true,
  kind: true,
  status: true,
  timeZone: true,
  options: true,
  minutes: true,
  startsAt: true,
  decideBy: true,
  onlineUrl: true,
  welcome: true,
  sequence: true,
  createdAt: true,
  space: { select: { id: true, name: true, street: true, postcode: true, city: true, lat: true, lng: true } },
  seats: {
    orderBy: { freelancerId: 'asc' },
    select: {
      answer: true,
      times: true,
      met: true,
      missed: true,
      freelancer: {
        select: {
          ...{
            id: true,
            name: true,
            trade: true,
            bio: true,
            interests: true,
            languages: true,
            visibility: true,
          },
          ...{ cellLat: true, cellLng: true },
        },
      },
    },
  },
} as const

const rowsFor = (personId: string, more: object) =>
  db.coffee.findMany({
    where: { seats: { some: { freelancerId: personId } }, ...more },
    orderBy: { decideBy: 'desc' },
    take: 60,
    select,
  })

type Row = Awaited<ReturnType<typeof rowsFor>>[number]

const folded = (word: string) => word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The words that two lists have in common, as the first spells them; accents and capitals do not count. */
const inCommon = (mine: string[], theirs: string[]) => {
  const known = new Set(theirs.map(folded))
  return mine.filter((word) => known.has(folded(word)))
}

/**
 * A coffee as one of its people may see it: the others while it is proposed; once it is agreed, those who come; nobody
 * once it is off. What the others answered, and when, is in none of it.
 */
function seenBy(personId: string, { seats, space, onlineUrl, ...coffee }: Row, now: Date) {
  const own = seats.find(({ freelancer }) => freelancer.id === personId)
  if (!own) return null
  const comes = coffee.status === 'agreed' && own.answer === 'yes'
  const asked = coffee.status === 'proposed' && now < coffee.decideBy
  const me = own.freelancer
  const others = seats.filter(
    ({ freelancer, answer }) => freelancer.id !== personId && (asked || (comes && answer === 'yes')),
  )
  const home = me.cellLat === null || me.cellLng === null ? null : { lat: me.cellLat, lng: me.cellLng }
  const { startsAt, minutes } = coffee
  return {
    ...coffee,
    /** Where an online one takes place, to those who come. */
    room: comes && coffee.kind === 'online' ? roomOf(coffee.id, onlineUrl) : null,
    startsAt: comes ? startsAt : null,
    endsAt: comes && startsAt ? endOf({ startsAt, minutes }) : null,
    /** What it is to this person: still to be answered or changed, agreed with them, or nothing any more. */
    standing: asked ? ('open' as const) : comes ? ('agreed' as const) : ('off' as const),
    space: space && { ...space, slug: slugify(space.name), metres: home && distance(home, space) },
    mine: { answer: own.answer, times: own.times, met: own.met },
    /** After an e-coffee: everybody would meet for real. */
    bothWould:
      comes && coffee.kind === 'online' && seats.every(({ answer, met }) => answer !== 'yes' || met === true),
    toReport: comes && own.met === null && isToReport(coffee, now),
    others: others.map(({ freelancer: { id, name, trade, bio, interests, languages, visibility } }) => ({
      id,
      firstName: firstName(name),
      trade,
      bio,
      /** Outside work, what both like. */
      shared: inCommon(me.interests, interests),
      languages,
      /** Has a page that members read. */
      page: visibility === 'members',
    })),
  }
}

export type CoffeePage = NonNullable<ReturnType<typeof seenBy>>

const unblocked = (personId: string) => ({
  seats: {
    some: { freelancerId: personId },
    none: {
      freelancer: {
        OR: [{ blocks: { some: { blockedId: personId } } }, { blockedBy: { some: { blockerId: personId } } }],
      },
    },
  },
})

/** One's own coffee; null to anybody who has no seat at it, and where a block came between. */
export async function coffeePage(
  actor: Pick<Actor, 'id'>,
  id: string,
  now: Date,
): Promise<CoffeePage | null> {
  if (!coffeeIdSchema.safeParse(id).success) return null
  const [row] = await rowsFor(actor.id, { id, ...unblocked(actor.id) })
  return row ? seenBy(actor.id, row, now) : null
}

/** One's own coffees: to be answered, agreed and to come, and those of the last two weeks of which nothing was said yet. */
export async function myCoffees(actor: Pick<Actor, 'id'>, now: Date) {
  const rows = await rowsFor(actor.id, {
    ...unblocked(actor.id),
    status: { in: ['proposed', 'agreed'] },
    createdAt: { gt: new Date(now.getTime() - 60 * 86_400_000) },
  })
  const seen = rows.flatMap((row) => seenBy(actor.id, row, now) ?? [])
  const soonest = (a: CoffeePage, b: CoffeePage) =>
    (a.startsAt ?? a.decideBy).getTime() - (b.startsAt ?? b.decideBy).getTime()
  return {
    open: seen.filter(({ standing }) => standing === 'open').sort(soonest),
    agreed: seen.filter(({ endsAt }) => endsAt !== null && endsAt > now).sort(soonest),
    toReport: seen.filter(({ toReport }) => toReport).sort(soonest),
  }
}
