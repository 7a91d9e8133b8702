import type { JobKind } from '@/lib/jobs/schema'
import { type Choice, MESSAGE_KINDS, type MessageKind } from './terms'

/** What holds until somebody chooses otherwise: all by mail, and on the phone what cannot wait. */
export const DEFAULTS: Record<MessageKind, Choice> = {
  rsvp: { mail: true, push: false },
  promotion: { mail: true, push: true },
  change: { mail: true, push: true },
  reminder: { mail: true, push: true },
  host_message: { mail: true, push: false },
  thanks: { mail: true, push: false },
  group_event: { mail: true, push: false },
  hosting: { mail: true, push: false },
  wish: { mail: true, push: false },
  people: { mail: true, push: false },
  coffee: { mail: true, push: false },
  correction: { mail: true, push: false },
  nudge: { mail: true, push: false },
  digest: { mail: true, push: false },
  safety: { mail: true, push: true },
  place: { mail: true, push: false },
}

/** Everybody's choice for every kind: their own rows over the defaults. */
export function choicesOf(rows: ({ kind: MessageKind } & Choice)[]): Record<MessageKind, Choice> {
  const own = new Map(rows.map(({ kind, mail, push }) => [kind, { mail, push }]))
  return Object.fromEntries(MESSAGE_KINDS.map((kind) => [kind, own.get(kind) ?? DEFAULTS[kind]])) as Record<
    MessageKind,
    Choice
  >
}

const KIND_OF_JOB = {
  rsvp_confirmed: 'rsvp',
  rsvp_waitlisted: 'rsvp',
  rsvp_asked: 'rsvp',
  rsvp_cancelled: 'rsvp',
  offer_lapsed: 'rsvp',
  rsvp_promoted: 'promotion',
  rsvp_offered: 'promotion',
  guest_removed: 'change',
  guest_told_change: 'change',
  guest_told_cancellation: 'change',
} as const satisfies Partial<Record<JobKind, MessageKind>>

/** Jobs that tell a guest something about their RSVP. */
export type GuestJobKind = keyof typeof KIND_OF_JOB

/** The kind of message that such a job sends. */
export const kindOfJob = (job: GuestJobKind): MessageKind => KIND_OF_JOB[job]

/** The id that an unsubscribe link is signed for, and what it says. */
export const unsubscribeId = (userId: string, kind: MessageKind) => `${userId}~${kind}`

/** Who wants no more of which kind; null for anything else that may have been signed. */
export function readUnsubscribeId(id: string): { userId: string; kind: MessageKind } | null {
  const [userId = '', word] = id.split('~')
  const kind = MESSAGE_KINDS.find((one) => one === word)
  return kind ? { userId, kind } : null
}

/** "22:30" as a time field takes it. */
export function clockField(minutes: number | null): string {
  if (minutes === null) return ''
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

/** The List-Id of a kind (RFC 2919): one list for each kind of message of an instance. */
export const listId = (kind: MessageKind, hostname: string) => `${kind.replaceAll('_', '-')}.${hostname}`
