import { coffeePage } from '@/lib/coffees/queries'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/routing'

const personSelect = { name: true, user: { select: { email: true, locale: true } } } as const

/** Somebody who takes part in coffees, as letters address them; null when they are gone. */
export async function coffeeDrinker(freelancerId: string) {
  const person = await db.freelancer.findUnique({
    where: { id: freelancerId, demo: false },
    select: personSelect,
  })
  return (
    person && {
      id: freelancerId,
      name: person.name,
      email: person.user.email,
      locale: person.user.locale as Locale,
    }
  )
}

/** A coffee and one of its people, as a letter to them needs both; null when either is gone or a block came between. */
export async function coffeeForMail(coffeeId: string, freelancerId: string, now: Date) {
  const [person, seen, coffee] = await Promise.all([
    coffeeDrinker(freelancerId),
    coffeePage({ id: freelancerId }, coffeeId, now),
    db.coffee.findUnique({ where: { id: coffeeId }, select: { startsAt: true } }),
  ])
  return person && seen && coffee ? { person, coffee: { ...seen, start: coffee.startsAt } } : null
}

export type CoffeeForMail = NonNullable<Awaited<ReturnType<typeof coffeeForMail>>>
