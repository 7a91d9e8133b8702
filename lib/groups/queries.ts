import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { eventCards } from '@/lib/events/cards/queries'
import { soughtEvents } from '@/lib/map/filters/queries'
import { NO_FILTERS } from '@/lib/map/rules'
import { Prisma } from '@/prisma/client/client'
import { runsGroup } from './policy'
import { groupPath } from './rules'
import { type GroupRole, groupIdSchema } from './schema'

/** Coming events on a group's page. */
const SHOWN = 30
/** Members that those who run a group see. */
const LISTED = 1000

const member = { select: { role: true, freelancer: { select: { id: true, name: true } } } } as const

/** What somebody is in a group; null when they are not in it. */
export async function roleIn(personId: string | null, groupId: string): Promise<GroupRole | null> {
  if (personId === null || !groupIdSchema.safeParse(groupId).success) return null
  const key = { groupId_freelancerId: { groupId, freelancerId: personId } }
  return (await db.groupMember.findUnique({ where: key, select: { role: true } }))?.role ?? null
}

/** All that a group's page says: members only as a number, by name those who run it. Null when there is none. */
export async function groupPage(id: string, viewerId: string | null, now: Date) {
  if (!groupIdSchema.safeParse(id).success) return null
  const group = await db.group.findUnique({
    where: { id },
    select: {
      ...{ id: true, name: true, about: true, city: true, language: true, demo: true },
      _count: { select: { members: true } },
      members: {
        where: { role: { not: 'member' } },
        orderBy: [{ role: 'asc' }, { createdAt: 'asc' }],
        ...member,
      },
    },
  })
  if (!group) return null
  const { _count, members, ...rest } = group
  const upcoming = soughtEvents({ bbox: null, filters: NO_FILTERS, now, timeZone: 'UTC' })
  const ours = Prisma.sql`${upcoming} AND events.group_id = ${id}::uuid`
  const [{ events }, role] = await Promise.all([eventCards(ours, { limit: SHOWN }), roleIn(viewerId, id)])
  return {
    ...rest,
    path: groupPath(group),
    memberCount: _count.members,
    organizerNames: members.map(({ freelancer }) => freelancer.name),
    events,
    role,
  }
}

export type GroupPage = NonNullable<Awaited<ReturnType<typeof groupPage>>>

/** The groups that somebody is in, those they run first. */
export async function myGroups(actor: Pick<Actor, 'id'>) {
  const mine = await db.groupMember.findMany({
    where: { freelancerId: actor.id },
    orderBy: [{ role: 'asc' }, { group: { name: 'asc' } }],
    select: { role: true, group: { select: { id: true, name: true, city: true } } },
  })
  return mine.map(({ role, group }) => ({ ...group, role, path: groupPath(group) }))
}

/** The groups in whose name somebody may publish. */
export async function groupsRunBy(actor: Pick<Actor, 'id'>): Promise<{ id: string; name: string }[]> {
  return (await myGroups(actor)).filter(({ role }) => runsGroup(role)).map(({ id, name }) => ({ id, name }))
}

/** May this person publish in the name of that group? In the name of none, everybody may. */
export async function mayPublishIn(actor: Pick<Actor, 'id'>, groupId: string | null): Promise<boolean> {
  return groupId === null || runsGroup(await roleIn(actor.id, groupId))
}

/** A group and its people, for those who run it; null for anybody else. */
export async function groupToRun(actor: Pick<Actor, 'id'>, id: string) {
  const role = await roleIn(actor.id, id)
  if (!runsGroup(role)) return null
  const group = await db.group.findUnique({
    where: { id },
    select: {
      ...{ id: true, name: true, about: true, city: true, language: true, updatedAt: true },
      members: { orderBy: [{ role: 'asc' }, { createdAt: 'asc' }], take: LISTED, ...member },
    },
  })
  if (!group || !role) return null
  const { members, ...rest } = group
  return {
    ...rest,
    path: groupPath(group),
    role,
    members: members.map(({ freelancer, role }) => ({ ...freelancer, role })),
  }
}

export type GroupToRun = NonNullable<Awaited<ReturnType<typeof groupToRun>>>
