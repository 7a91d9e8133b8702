import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { hostedBy } from '@/lib/events/hosts/queries'
import { type Question, questionsSchema } from '@/lib/events/questions/schema'
import { eventIdSchema } from '@/lib/events/schema'
import { rsvpDetailsSchema } from '@/lib/rsvps/schema'

/** Nobody's list is longer than this. */
const MAX_ROWS = 10_000

/** A line of the list: a guest, or somebody who came without having said so. */
export interface GuestLine {
  name: string
  trade: string
  status: 'going' | 'offered' | 'waitlisted' | 'asked' | 'maybe' | 'walk_in'
  seats: number
  firstTime: boolean
  note: string
  /** One for each question, empty where there is none. */
  answers: string[]
  joinedAt: Date | null
  cameAt: Date | null
}

export interface GuestSheet {
  title: string
  startsAt: Date
  timeZone: string
  questions: Question[]
  lines: GuestLine[]
}

/** The whole list for the event's hosts to take along; null for anybody else. Never an e-mail address. */
export async function guestSheet(actor: Actor, eventId: string): Promise<GuestSheet | null> {
  if (!eventIdSchema.safeParse(eventId).success) return null
  const event = await db.event.findFirst({
    where: { id: eventId, ...hostedBy(actor.id) },
    select: {
      ...{ title: true, startsAt: true, timeZone: true, questions: true },
      walkIns: { orderBy: { createdAt: 'asc' }, take: MAX_ROWS },
      rsvps: {
        where: { status: { in: ['going', 'offered', 'waitlisted', 'asked', 'maybe'] } },
        orderBy: [{ status: 'asc' }, { position: 'asc' }],
        take: MAX_ROWS,
        select: {
          ...{ status: true, partySize: true, firstTime: true, note: true, answers: true },
          ...{ createdAt: true, checkedInAt: true },
          freelancer: { select: { name: true, trade: true } },
        },
      },
    },
  })
  if (!event) return null
  const { title, startsAt, timeZone, rsvps, walkIns } = event
  const questions = questionsSchema.parse(event.questions)
  const guests = rsvps.map(({ freelancer, createdAt, checkedInAt, ...row }): GuestLine => {
    const { partySize, firstTime, note, answers } = rsvpDetailsSchema.parse(row)
    return {
      ...{ ...freelancer, status: row.status as GuestLine['status'], seats: partySize, firstTime, note },
      answers: questions.map(({ id }) => answers[id] ?? ''),
      ...{ joinedAt: createdAt, cameAt: checkedInAt },
    }
  })
  const others = walkIns.map(({ name, createdAt }): GuestLine => {
    const nothing = {
      trade: '',
      note: '',
      firstTime: false,
      answers: questions.map(() => ''),
      joinedAt: null,
    }
    return { name, status: 'walk_in', seats: 1, ...nothing, cameAt: createdAt }
  })
  return { title, startsAt, timeZone, questions, lines: [...guests, ...others] }
}
