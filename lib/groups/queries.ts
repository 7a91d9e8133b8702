import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { eventCards } from '@/lib/events/cards/queries'
import { soughtEvents } from '@/lib/map/filters/queries'
import { NO_FILTERS } from '@/lib/map/rules'
import { Prisma } from '@/prisma/client/client'
import { ownsGroup, runsGroup } from './policy'
import { groupPath } from './rules'
import { type GroupRole, groupIdSchema } from './schema'

/** Coming events on a group's page. */
const SHOWN = 12
/** Members that those who run a group see. */
const LISTED = 1000

const member = { select: { role: true, freelancer: { select: { id: true, name: true } } } } as const

/** Groups in a list. */
const FOUND = 60

/** Seen by everybody. */
const forEverybody = { status: 'published', unlisted: false } as const

/** Groups whose name or town holds these words, the largest first, each with when it meets next. */
export async function findGroups(words: string, now: Date) {
  const holds = { contains: words.replaceAll('\0', ''), mode: 'insensitive' as const }
  const groups = await db.group.findMany({
    where: words ? { OR: [{ name: holds }, { city: holds }] } : {},
    orderBy: [{ memberCount: 'desc' }, { name: 'asc' }],
    take: FOUND,
    select: {
      ...{ id: true, name: true, city: true, memberCount: true },
      events: {
        where: { ...forEverybody, startsAt: { gt: now } },
        orderBy: { startsAt: 'asc' },
        take: 1,
        select: { startsAt: true, timeZone: true },
      },
    },
  })
  return groups.map(({ events: [next = null], ...group }) => ({
    ...group,
    path: groupPath(group),
    next,
  }))
}

export type FoundGroup = Awaited<ReturnType<typeof findGroups>>[number]

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
      ...{ id: true, name: true, about: true, city: true, language: true, demo: true, memberCount: true },
      members: {
        where: { role: { not: 'member' } },
        orderBy: [{ role: 'asc' }, { createdAt: 'asc' }],
        ...member,
      },
    },
  })
  if (!group) return null
  const { members, ...rest } = group
  const upcoming = soughtEvents({ bbox: null, filters: NO_FILTERS, now, timeZone: 'UTC' })
  const ours = Prisma.sql`${upcoming} AND events.group_id = ${id}::uuid`
  const over = { groupId: id, ...forEverybody, endsAt: { lte: now } }
  const [{ events }, pastCount, role] = await Promise.all([
    eventCards(ours, { limit: SHOWN }),
    db.event.count({ where: over }),
    roleIn(viewerId, id),
  ])
  return {
    ...rest,
    path: groupPath(group),
    organizerNames: members.map(({ freelancer }) => freelancer.name),
    events,
    pastCount,
    role,
    runs: runsGroup(role),
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
    owns: ownsGroup(role),
    members: members.map(({ freelancer, role }) => ({ ...freelancer, role })),
  }
}

export type GroupToRun = NonNullable<Awaited<ReturnType<typeof groupToRun>>>

/** Looked back on in a feed. Milliseconds. */
const PAST = 30 * 24 * 3_600_000
/** Entries of a feed. */
const FED = 500

/** A group's outings as its calendar file tells of them, cancelled ones too; null when there is no such group. */
export async function groupForCalendar(id: string, now: Date) {
  if (!groupIdSchema.safeParse(id).success) return null
  const group = await db.group.findUnique({
    where: { id },
    select: {
      name: true,
      events: {
        where: {
          ...{ status: { not: 'draft' }, unlisted: false },
          endsAt: { gt: new Date(now.getTime() - PAST) },
        },
        orderBy: { startsAt: 'asc' },
        take: FED,
        select: {
          ...{ id: true, title: true, startsAt: true, endsAt: true, timeZone: true, placeName: true },
          ...{
            address: true,
            city: true,
            lat: true,
            lng: true,
            status: true,
            sequence: true,
            updatedAt: true,
          },
        },
      },
    },
  })
  return group && { ...group, events: group.events.map((event) => ({ ...event, onlineUrl: null })) }
}
