import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { hostedBy } from '@/lib/events/hosts/queries'
import { type Question, questionsSchema } from '@/lib/events/questions/schema'
import { rsvpDetailsSchema } from '@/lib/rsvps/schema'

/** A guest as the hosts see them. */
export interface Guest {
  freelancerId: string
  name: string
  trade: string
  /** Seats, their own included. */
  partySize: number
  firstTime: boolean
  note: string
  /** Question and answer, in the order asked; only those answered. */
  answers: { question: Question; answer: string }[]
  /** Until when a seat is offered to them. */
  offeredUntil: Date | null
}

export interface GuestList {
  going: Guest[]
  /** In the order they will be served. */
  waiting: Guest[]
  /** Who wait for a host's yes, in the order they asked. */
  asking: Guest[]
  maybe: Guest[]
  /** People, companions included. */
  seats: number
  /** Seats kept for people whose code is on its way. */
  held: number
}

/** Nobody has more names than this on one page. */
const SHOWN = 1000

/** Who comes, waits and asks, for the event's hosts alone; null for anybody else. Never an e-mail address. */
export async function guestList(actor: Actor, eventId: string): Promise<GuestList | null> {
  const event = await db.event.findFirst({
    where: { id: eventId, ...hostedBy(actor.id) },
    select: {
      questions: true,
      rsvps: {
        where: { status: { in: ['going', 'offered', 'waitlisted', 'asked', 'maybe', 'held'] } },
        orderBy: { position: 'asc' },
        take: SHOWN,
        select: {
          status: true,
          partySize: true,
          firstTime: true,
          note: true,
          answers: true,
          heldUntil: true,
          freelancer: { select: { id: true, name: true, trade: true } },
        },
      },
    },
  })
  if (!event) return null
  const questions = questionsSchema.parse(event.questions)
  type Row = (typeof event.rsvps)[number]
  const guest = ({ freelancer, heldUntil, status, ...row }: Row): Guest => {
    const { partySize, firstTime, note, answers } = rsvpDetailsSchema.parse(row)
    return {
      ...{ freelancerId: freelancer.id, name: freelancer.name, trade: freelancer.trade },
      ...{ partySize, firstTime, note },
      answers: questions.flatMap((question) => {
        const answer = answers[question.id]
        return answer ? [{ question, answer }] : []
      }),
      offeredUntil: status === 'offered' ? heldUntil : null,
    }
  }
  const those = (...statuses: Row['status'][]) =>
    event.rsvps.filter(({ status }) => statuses.includes(status))
  const seatsOf = (rows: Row[]) => rows.reduce((sum, { partySize }) => sum + partySize, 0)
  const seated = those('going', 'offered')
  return {
    going: seated.map(guest),
    waiting: those('waitlisted').map(guest),
    asking: those('asked').map(guest),
    maybe: those('maybe').map(guest),
    seats: seatsOf(seated),
    held: seatsOf(those('held')),
  }
}
