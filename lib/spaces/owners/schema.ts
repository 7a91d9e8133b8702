import { z } from 'zod'

const spaceId = z.uuid('place_unknown')

export const keptSpaceSchema = z.object({ spaceId })

const ref = z.object({ spaceId, ownerId: z.uuid('owner_gone') })
const why = z.string('objection_required').trim().min(1, 'objection_required').max(1000, 'claim_note_long')

/** "They have nothing to do with this place." */
export const objectSchema = ref.extend({ note: why })

/** An administrator's word on it. */
export const ownerRefSchema = ref
export const removeOwnerSchema = ref.extend({ note: why })
