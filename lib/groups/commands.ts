import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { takeToken } from '@/lib/limits/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { maySettle, ownsGroup, runsGroup } from './policy'
import type { GroupInput, GroupRole, HandOverGroupInput, MemberRoleInput } from './schema'

const FOUNDED_A_DAY = { limit: 5, windowSeconds: 24 * 3600 }

/** Begins a group, with its founder as owner. */
export async function createGroup(
  actor: Actor,
  input: GroupInput,
): Promise<Result<{ id: string; name: string }, 'too_many_groups'>> {
  if (!(await takeToken('group', actor.id, FOUNDED_A_DAY, now()))) return refuse('too_many_groups')
  const group = await db.group.create({
    data: { ...input, members: { create: { freelancerId: actor.id, role: 'owner' } } },
    select: { id: true, name: true },
  })
  return ok(group)
}

/** Changes what a group says of itself. */
export async function editGroup(
  actor: Actor,
  groupId: string,
  input: GroupInput,
): Promise<Result<undefined, 'not_found'>> {
  return inGroup(actor, groupId, async (tx, role) => {
    if (!runsGroup(role)) return refuse('not_found')
    await tx.group.update({ where: { id: groupId }, data: input, select: { id: true } })
    return ok()
  })
}

/** Ends a group. Its events stay, on their own. */
export async function deleteGroup(actor: Actor, groupId: string): Promise<Result<undefined, 'not_found'>> {
  return inGroup(actor, groupId, async (tx, role) => {
    if (!ownsGroup(role)) return refuse('not_found')
    await tx.group.delete({ where: { id: groupId }, select: { id: true } })
    return ok()
  })
}

/** Becomes a member, who is told of new events. Asking again changes nothing. */
export async function joinGroup(actor: Actor, groupId: string): Promise<Result<undefined, 'not_found'>> {
  return inGroup(actor, groupId, async (tx) => {
    await tx.groupMember.createMany({ data: { groupId, freelancerId: actor.id }, skipDuplicates: true })
    return ok()
  })
}

/** Leaves a group; its owner hands it over first. */
export async function leaveGroup(
  actor: Actor,
  groupId: string,
): Promise<Result<undefined, 'not_found' | 'owner_stays'>> {
  return inGroup(actor, groupId, async (tx, role) => {
    if (ownsGroup(role)) return refuse('owner_stays')
    await tx.groupMember.deleteMany({ where: { groupId, freelancerId: actor.id } })
    return ok()
  })
}

/** Lets a member publish in the group's name, or no longer, or takes them out. */
export async function setRole(
  actor: Actor,
  { groupId, freelancerId, role }: MemberRoleInput,
): Promise<Result<undefined, 'not_found' | 'member_unknown'>> {
  return inGroup(actor, groupId, async (tx, own) => {
    if (!ownsGroup(own)) return refuse('not_found')
    if (!maySettle(own, await roleOf(tx, groupId, freelancerId))) return refuse('member_unknown')
    const where = { groupId, freelancerId }
    if (role === 'none') await tx.groupMember.deleteMany({ where })
    else await tx.groupMember.updateMany({ where, data: { role } })
    return ok()
  })
}

/** Gives a group to one of its members; who gives it away goes on as an organizer. */
export async function handOverGroup(
  actor: Actor,
  { groupId, freelancerId }: HandOverGroupInput,
): Promise<Result<undefined, 'not_found' | 'member_unknown'>> {
  return inGroup(actor, groupId, async (tx, own) => {
    if (!ownsGroup(own)) return refuse('not_found')
    if (!maySettle(own, await roleOf(tx, groupId, freelancerId))) return refuse('member_unknown')
    // In this order: there is never more than one owner.
    await tx.groupMember.updateMany({
      where: { groupId, freelancerId: actor.id },
      data: { role: 'organizer' },
    })
    await tx.groupMember.updateMany({ where: { groupId, freelancerId }, data: { role: 'owner' } })
    return ok()
  })
}

const roleOf = async (tx: Transaction, groupId: string, freelancerId: string): Promise<GroupRole | null> =>
  (await tx.groupMember.findFirst({ where: { groupId, freelancerId }, select: { role: true } }))?.role ?? null

/** Does something in a group whose row is locked, knowing what the actor is in it. */
async function inGroup<R extends string>(
  actor: Actor,
  groupId: string,
  work: (tx: Transaction, role: GroupRole | null) => Promise<Result<undefined, R>>,
): Promise<Result<undefined, R | 'not_found'>> {
  return db.$transaction(async (tx) => {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM groups WHERE id = ${groupId}::uuid FOR UPDATE`
    return found.length === 0 ? refuse('not_found') : work(tx, await roleOf(tx, groupId, actor.id))
  })
}

/** Somebody goes for good: what they own passes to who has organized, or else been there, longest; what is empty ends. */
export async function passOnGroups(tx: Transaction, personId: string): Promise<void> {
  const owned = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM groups WHERE id IN (
      SELECT group_id FROM group_members WHERE freelancer_id = ${personId}::uuid AND role = 'owner')
    ORDER BY id FOR UPDATE`
  for (const { id: groupId } of owned) {
    const heir = await tx.groupMember.findFirst({
      where: { groupId, freelancerId: { not: personId } },
      orderBy: [{ role: 'asc' }, { createdAt: 'asc' }],
      select: { freelancerId: true },
    })
    await tx.groupMember.deleteMany({ where: { groupId, freelancerId: personId } })
    if (heir) await tx.groupMember.updateMany({ where: { groupId, ...heir }, data: { role: 'owner' } })
    else await tx.group.delete({ where: { id: groupId }, select: { id: true } })
  }
}
