import { z } from 'zod'
import { codeSchema } from '@/lib/accounts/codes/schema'
import { emailSchema } from '@/lib/accounts/schema'

const spaceId = z.uuid('place_unknown')

/** A mailbox at the place's own web domain. */
export const claimByMailSchema = z.object({ spaceId, email: emailSchema })

/** The digits that came there. */
export const claimCodeSchema = codeSchema.omit({ id: true }).extend({ spaceId })

/** "Please look": how the administrator may see that it is theirs. */
export const claimByNoteSchema = z.object({
  spaceId,
  note: z.string('claim_note_required').trim().min(10, 'claim_note_required').max(1000, 'claim_note_long'),
})

export const claimedSpaceSchema = z.object({ spaceId })

/** What an administrator answers; a no needs its reason. */
export const claimRefSchema = z.object({ claimId: z.uuid('invalid') })
export const refuseClaimSchema = claimRefSchema.extend({
  answer: z
    .string('claim_answer_required')
    .trim()
    .min(1, 'claim_answer_required')
    .max(1000, 'claim_note_long'),
})
