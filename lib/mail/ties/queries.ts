import { db } from '@/lib/db'

/** To whom a letter about a tie goes; null when they are gone, or were invented for the demo. */
export async function readerOf(personId: string) {
  const person = await db.freelancer.findUnique({
    where: { id: personId, demo: false },
    select: { name: true, user: { select: { email: true, locale: true } } },
  })
  return person && { name: person.name, ...person.user }
}
