import { z } from 'zod'
import { PUSHED_JOBS } from '@/lib/push/schema'
import { REMINDERS } from '@/lib/reminders/schema'

const id = z.uuid()
const rsvp = { rsvpId: id }
const owner = { spaceId: id, freelancerId: id }
const drinker = { coffeeId: id, freelancerId: id }
const was = z.enum(['going', 'offered', 'waitlisted', 'asked'])
/** What changed about an event that guests must hear of. */
export const changeSchema = z.enum(['time', 'place', 'title', 'online'])
const change = { sequence: z.int().min(0), what: z.array(changeSchema).min(1).max(4) }
const cancellation = { sequence: z.int().min(0) }
/** A series is changed as a whole: what it does to several dates is told each person once. */
const others = z.array(id).max(100).default([])

/** Everything that is done outside of a request. One kind, one effect; anything sent carries the job's id. */
export const jobSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sign_in_code'), codeId: id }),
  z.object({ kind: z.literal('rsvp_confirmed'), ...rsvp }),
  z.object({ kind: z.literal('rsvp_waitlisted'), ...rsvp }),
  z.object({ kind: z.literal('rsvp_promoted'), ...rsvp }),
  z.object({ kind: z.literal('rsvp_asked'), ...rsvp }),
  z.object({ kind: z.literal('rsvp_offered'), ...rsvp }),
  z.object({ kind: z.literal('offer_lapsed'), ...rsvp }),
  z.object({ kind: z.literal('rsvp_cancelled'), ...rsvp, was }),
  z.object({ kind: z.literal('guest_removed'), ...rsvp, was, note: z.string().max(2000) }),
  /** Somebody comes to all of a series: one mail for all of it. */
  z.object({ kind: z.literal('series_joined'), seriesId: id, freelancerId: id }),
  /** Told to each host by themselves. */
  z.object({ kind: z.literal('guest_asks'), ...rsvp, hostId: id }),
  // These two become one job for each person going or waiting at that event, or at others of its series.
  z.object({ kind: z.literal('event_changed'), eventId: id, ...change, others }),
  z.object({ kind: z.literal('event_cancelled'), eventId: id, ...cancellation, others }),
  z.object({ kind: z.literal('guest_told_change'), ...rsvp, ...change, others }),
  z.object({ kind: z.literal('guest_told_cancellation'), ...rsvp, ...cancellation, others }),
  z.object({
    kind: z.literal('reminder'),
    ...rsvp,
    about: z.enum(REMINDERS),
    /** The start it is about: for another one there is another reminder. */
    startsAt: z.iso.datetime({ offset: true }),
  }),
  z.object({ kind: z.literal('push'), ...rsvp, deviceId: id, about: z.enum(PUSHED_JOBS) }),
  // A host's word becomes one job for each guest.
  z.object({ kind: z.literal('host_message'), messageId: id, everybody: z.boolean(), answers: z.boolean() }),
  z.object({ kind: z.literal('guest_told_message'), ...rsvp, messageId: id, answers: z.boolean() }),
  // The morning after: to whoever came, and to each host.
  z.object({ kind: z.literal('thanks'), ...rsvp }),
  z.object({ kind: z.literal('recap'), eventId: id, hostId: id }),
  z.object({ kind: z.literal('host_invited'), inviteId: id }),
  z.object({ kind: z.literal('greeter_asked'), eventId: id, freelancerId: id }),
  /** Two people are glad to meet again: one of them is told of the other. */
  z.object({ kind: z.literal('tie_formed'), personId: id, aboutId: id }),
  // Becomes one job for each member of the event's group.
  z.object({ kind: z.literal('group_event'), eventId: id }),
  z.object({ kind: z.literal('member_told_event'), eventId: id, memberId: id }),
  /** The moment tells this job from those of moments that were given up. */
  z.object({ kind: z.literal('publish_draft'), eventId: id, publishAt: z.iso.datetime() }),
  // "I'd come": looked at around each new wish; a draft's face is asked, and after a silence the next one.
  z.object({ kind: z.literal('wish_dropped'), freelancerId: id }),
  z.object({ kind: z.literal('wish_face'), draftId: id, freelancerId: id }),
  z.object({ kind: z.literal('wish_face_silent'), draftId: id, freelancerId: id }),
  z.object({ kind: z.literal('wish_told'), eventId: id, freelancerId: id }),
  // Coffees: told to each by themselves.
  z.object({ kind: z.literal('coffee_proposed'), ...drinker }),
  z.object({ kind: z.literal('coffee_agreed'), ...drinker }),
  z.object({ kind: z.literal('coffee_smaller'), ...drinker }),
  z.object({ kind: z.literal('coffee_lapsed'), ...drinker }),
  z.object({ kind: z.literal('coffee_off'), ...drinker }),
  z.object({ kind: z.literal('coffee_reminder'), ...drinker }),
  z.object({ kind: z.literal('coffee_after'), ...drinker }),
  z.object({ kind: z.literal('coffee_paused'), freelancerId: id }),
  z.object({
    kind: z.literal('rhythm_letter'),
    freelancerId: id,
    letter: z.enum(['nudge', 'digest']),
    dueAt: z.iso.datetime(),
  }),
  /** An import that an administrator asked for, or the undoing of one. */
  z.object({ kind: z.literal('import_run'), runId: id, undo: z.boolean().default(false) }),
  /** Somebody decided about what a person said of a place. */
  z.object({ kind: z.literal('correction_decided'), correctionId: id }),
  /** Its term has come. */
  z.object({ kind: z.literal('coffee_due'), coffeeId: id }),
  /** Somebody at a home table has a trusted contact: what is next is found out when it runs. */
  z.object({ kind: z.literal('trusted_step'), contactId: id }),
  // Whose a place is: a code, and what becomes of a claim; each owner is told of a new one by themselves.
  z.object({ kind: z.literal('claim_code'), claimId: id }),
  z.object({ kind: z.literal('claim_refused'), claimId: id }),
  z.object({ kind: z.literal('owner_welcome'), ...owner }),
  z.object({ kind: z.literal('owner_joined'), ...owner, toldId: id }),
  z.object({ kind: z.literal('owner_removed'), ...owner, note: z.string().max(1000) }),
  /** Somebody would correct a place: each of its owners is asked. */
  z.object({ kind: z.literal('correction_waits'), correctionId: id, toldId: id }),
  // A first day at a place: to each owner, and to whoever asked.
  z.object({ kind: z.literal('trial_asked'), ...owner, toldId: id }),
  z.object({ kind: z.literal('trial_answered'), ...owner }),
  z.object({ kind: z.literal('hold_expired'), eventId: id }),
  z.object({ kind: z.literal('forget_unproven'), userId: id }),
])

export type JobPayload = z.infer<typeof jobSchema>
export type JobKind = JobPayload['kind']
/** What a job of this kind knows when it is done. */
export type JobData<K extends JobKind> = Omit<Extract<JobPayload, { kind: K }>, 'kind'>
/** What a job of this kind is written with. */
export type JobInput<K extends JobKind> = Omit<Extract<z.input<typeof jobSchema>, { kind: K }>, 'kind'>
