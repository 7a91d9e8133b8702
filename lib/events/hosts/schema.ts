import { z } from 'zod'
import { emailSchema } from '@/lib/accounts/schema'

const eventId = z.uuid('event_unknown')

export const inviteHostSchema = z.object({ eventId, email: emailSchema })

export type InviteHostInput = z.output<typeof inviteHostSchema>

/** One of the event's co-hosts. */
export const cohostSchema = z.object({ eventId, freelancerId: z.uuid('cohost_unknown') })

export type CohostInput = z.output<typeof cohostSchema>

export const hostInviteSchema = z.object({ eventId, inviteId: z.uuid('invite_unknown') })

export type HostInviteInput = z.output<typeof hostInviteSchema>

export const hostEventSchema = z.object({ eventId })

/** The signed id of an invitation, from its mail's link. */
export const inviteTokenSchema = z.string().max(80)
