import { z } from 'zod'
import { languageSchema } from '@/lib/freelancers/schema'
import { manyLines, oneLine } from '@/lib/text/schema'

export const GROUP_ROLES = ['owner', 'organizer', 'member'] as const

export type GroupRole = (typeof GROUP_ROLES)[number]

export const groupIdSchema = z.uuid('group_unknown')

/** What a group says of itself. All values are strings, as a form sends them. */
export const groupSchema = z.object({
  name: oneLine(80, 'group_name_long').pipe(z.string().min(1, 'group_name_required')),
  /** Markdown. */
  about: manyLines(2000, 'group_about_long').default(''),
  city: oneLine(100, 'city_long').default(''),
  language: languageSchema,
})

export type GroupInput = z.output<typeof groupSchema>

export const groupRefSchema = z.object({ groupId: groupIdSchema })

export const editGroupSchema = groupSchema.extend(groupRefSchema.shape)

const memberRef = groupRefSchema.extend({ freelancerId: z.uuid('member_unknown') })

/** What becomes of a member; `none` takes them out. */
export const memberRoleSchema = memberRef.extend({ role: z.enum(['organizer', 'member', 'none'], 'invalid') })

export type MemberRoleInput = z.output<typeof memberRoleSchema>

export const handOverGroupSchema = memberRef

export type HandOverGroupInput = z.output<typeof handOverGroupSchema>
