import { notBlocked } from '@/lib/blocks/queries'
import { db } from '@/lib/db'
import { boxAround } from '@/lib/geo/bbox'
import { columns, inBox, metresFrom } from '@/lib/map/queries'
import { Prisma } from '@/prisma/client/client'
import { type Greeter, rankGreeters } from './rules'

const { sql } = Prisma

const LOOKED_AT = 50

/** Metres: nobody goes further for a coffee, which the database holds them to. */
const FURTHEST = 50_000

/**
 * Who could welcome somebody new in town, the likeliest first: they take part in coffees, said that they welcome
 * people, let members see them, are near enough for both, were not asked by this person before, and nothing stands
 * between the two. Invented people welcome nobody.
 */
export async function greetersFor(personId: string, now: Date): Promise<string[]> {
  const me = await db.freelancer.findUnique({
    where: { id: personId },
    select: {
      ...{ id: true, trade: true, languages: true, cellLat: true, cellLng: true },
      ...{ coffeeWish: { select: { reachKm: true } }, user: { select: { locale: true } } },
    },
  })
  if (!me || me.cellLat === null || me.cellLng === null) return []
  const home = { lat: me.cellLat, lng: me.cellLng }
  const self = sql`${personId}::uuid`
  const reach = (me.coffeeWish?.reachKm ?? 10) * 1000
  const greeters = await db.$queryRaw<Greeter[]>`
    SELECT id, trade, CASE WHEN cardinality(languages) = 0 THEN ARRAY['fr'] ELSE languages END AS languages,
      cell_lat AS lat, cell_lng AS lng,
      (SELECT count(*)::int FROM coffee_seats JOIN coffees ON coffees.id = coffee_id
        WHERE coffee_seats.freelancer_id = freelancers.id AND welcome
          AND coffees.created_at > ${now}::timestamptz - interval '60 days') AS welcomed
    FROM freelancers JOIN coffee_members ON coffee_members.freelancer_id = id
    WHERE welcomes AND paused_at IS NULL AND visibility = 'members' AND NOT demo AND id <> ${self}
      AND cell_lat IS NOT NULL AND ${inBox(columns.freelancers, boxAround(home, FURTHEST + reach))}
      AND ${metresFrom(columns.freelancers, home)} <= reach_km * 1000 + ${reach}
      AND ${notBlocked(sql`id`, self)} AND NOT EXISTS (
        SELECT FROM coffee_seats AS theirs JOIN coffee_seats AS mine ON mine.coffee_id = theirs.coffee_id
        JOIN coffees ON coffees.id = theirs.coffee_id
        WHERE theirs.freelancer_id = freelancers.id AND mine.freelancer_id = ${self}
          AND (welcome OR theirs.answer = 'never' OR mine.answer = 'never'))
    ORDER BY ${metresFrom(columns.freelancers, home)}, id LIMIT ${LOOKED_AT}`
  const languages = me.languages.length > 0 ? me.languages : [me.user.locale]
  return rankGreeters(greeters, { ...home, id: me.id, trade: me.trade, languages })
}
