import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { enqueue } from '@/lib/jobs/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { endOf, openOptions, remindAt, SILENT_BEFORE_PAUSE, settle } from './rules'
import { type AnswerInput, LASTS, type Proposal } from './schema'

/** Milliseconds after its end at which it is asked whether a coffee took place. */
const ASK_AFTER = 2 * 3_600_000

/** Proposes a coffee to two or three people, by mail, and settles it at its term. Answers its id. */
export async function propose(tx: Transaction, proposal: Proposal): Promise<string> {
  const { freelancerIds, askedBy, week, ...rest } = proposal
  const at = now()
  const all = 2 ** proposal.options.length - 1
  const { id } = await tx.coffee.create({
    data: {
      ...rest,
      week: new Date(`${week}T00:00:00Z`),
      minutes: LASTS[proposal.kind],
      seats: {
        create: freelancerIds.map((freelancerId) =>
          freelancerId === askedBy
            ? { freelancerId, answer: 'yes', times: all, answeredAt: at }
            : { freelancerId },
        ),
      },
    },
    select: { id: true },
  })
  for (const freelancerId of freelancerIds)
    if (freelancerId !== askedBy) await enqueue(tx, 'coffee_proposed', { coffeeId: id, freelancerId })
  await enqueue(tx, 'coffee_due', { coffeeId: id }, proposal.decideBy)
  return id
}

/** Locks a coffee's row and reads it with its seats; null when there is none. */
async function locked(tx: Transaction, coffeeId: string) {
  await tx.$queryRaw`SELECT 1 FROM coffees WHERE id = ${coffeeId}::uuid FOR UPDATE`
  return tx.coffee.findUnique({ where: { id: coffeeId }, include: { seats: true } })
}

/** Says yes or no to a coffee, or the other way round, until it is decided. Nobody is told of a no. */
export async function answerCoffee(
  actor: Actor,
  { coffeeId, answer, times }: AnswerInput,
): Promise<Result<undefined, 'coffee_unknown' | 'coffee_decided' | 'coffee_times'>> {
  const at = now()
  return db.$transaction(async (tx) => {
    const coffee = await locked(tx, coffeeId)
    if (!coffee?.seats.some(({ freelancerId }) => freelancerId === actor.id)) return refuse('coffee_unknown')
    if (coffee.status !== 'proposed' || at >= coffee.decideBy) return refuse('coffee_decided')
    const possible = times & (2 ** coffee.options.length - 1)
    if (answer === 'yes' && possible === 0) return refuse('coffee_times')
    await tx.coffeeSeat.update({
      where: { coffeeId_freelancerId: { coffeeId, freelancerId: actor.id } },
      data: { answer, times: answer === 'yes' ? possible : 0, answeredAt: at },
      select: { coffeeId: true },
    })
    await decide(tx, coffeeId, false)
    return ok()
  })
}

/** Settles a coffee whose term has come. Safe to repeat. */
export async function decideDue(coffeeId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await locked(tx, coffeeId)
    await decide(tx, coffeeId, true)
  })
}

async function decide(tx: Transaction, coffeeId: string, over: boolean): Promise<void> {
  const at = now()
  const coffee = await tx.coffee.findUnique({ where: { id: coffeeId }, include: { seats: true } })
  if (coffee?.status !== 'proposed') return
  const ids = coffee.seats.map(({ freelancerId }) => freelancerId)
  const blocks = await tx.block.count({ where: { blockerId: { in: ids }, blockedId: { in: ids } } })
  const settled =
    blocks > 0 ? settle([], 0, over) : settle(coffee.seats, openOptions(coffee.options, at), over)
  if (settled.status === 'proposed') return
  await pauseWhoAreSilent(
    tx,
    coffee.seats.filter(({ answer }) => answer === null),
    at,
  )
  const tell = (kind: 'coffee_agreed' | 'coffee_lapsed', people: string[]) =>
    Promise.all(people.map((freelancerId) => enqueue(tx, kind, { coffeeId, freelancerId })))
  if (settled.status !== 'agreed') {
    await tx.coffee.update({ where: { id: coffeeId }, data: { status: 'lapsed' }, select: { id: true } })
    const willing = coffee.seats.filter(({ answer }) => answer === 'yes')
    await tell(
      'coffee_lapsed',
      willing.map(({ freelancerId }) => freelancerId),
    )
    return
  }
  const startsAt = coffee.options[settled.option] ?? coffee.decideBy
  await tx.coffee.update({
    where: { id: coffeeId },
    data: { status: 'agreed', startsAt },
    select: { id: true },
  })
  // Who said yes but to no hour that suits the others is in the same place as who was silent.
  await tx.coffeeSeat.updateMany({
    where: { coffeeId, answer: 'yes', freelancerId: { notIn: settled.freelancerIds } },
    data: { answer: null, times: 0, answeredAt: null },
  })
  await tell('coffee_agreed', settled.freelancerIds)
  const left = coffee.seats.filter(
    ({ freelancerId, answer }) => answer === 'yes' && !settled.freelancerIds.includes(freelancerId),
  )
  await tell(
    'coffee_lapsed',
    left.map(({ freelancerId }) => freelancerId),
  )
  const reminder = remindAt(startsAt, at)
  const after = new Date(endOf({ startsAt, minutes: coffee.minutes }).getTime() + ASK_AFTER)
  for (const freelancerId of settled.freelancerIds) {
    if (reminder) await enqueue(tx, 'coffee_reminder', { coffeeId, freelancerId }, reminder)
    if (coffee.kind !== 'online') await enqueue(tx, 'coffee_after', { coffeeId, freelancerId }, after)
  }
}

/** Who let three proposals of the draw pass, one after another, is drawn no more until they say so: others wait for them. */
async function pauseWhoAreSilent(
  tx: Transaction,
  silent: { freelancerId: string }[],
  at: Date,
): Promise<void> {
  for (const { freelancerId } of silent) {
    const last = await tx.coffeeSeat.findMany({
      where: { freelancerId, coffee: { kind: 'coffee', decideBy: { lte: at } } },
      orderBy: { coffee: { decideBy: 'desc' } },
      take: SILENT_BEFORE_PAUSE,
      select: { answer: true, coffee: { select: { createdAt: true } } },
    })
    if (last.length < SILENT_BEFORE_PAUSE || last.some(({ answer }) => answer !== null)) continue
    const since = last.at(-1)?.coffee.createdAt ?? at
    const { count } = await tx.coffeeMember.updateMany({
      where: { freelancerId, pausedAt: null, changedAt: { lt: since } },
      data: { pausedAt: at },
    })
    if (count > 0) await enqueue(tx, 'coffee_paused', { freelancerId })
  }
}

/** Cannot come after all: two who remain of three still meet, otherwise it is off. The others are told. */
export async function withdraw(
  actor: Actor,
  coffeeId: string,
): Promise<Result<undefined, 'coffee_unknown' | 'coffee_over'>> {
  const at = now()
  return db.$transaction(async (tx) => {
    const coffee = await locked(tx, coffeeId)
    const coming =
      coffee?.seats.filter(({ answer }) => answer === 'yes').map(({ freelancerId }) => freelancerId) ?? []
    if (coffee?.status !== 'agreed' || !coming.includes(actor.id)) return refuse('coffee_unknown')
    if (coffee.startsAt && at >= coffee.startsAt) return refuse('coffee_over')
    await giveUp(tx, coffeeId, actor.id, coming)
    return ok()
  })
}

/** Takes one person out of an agreed coffee, whose row is locked. */
async function giveUp(tx: Transaction, coffeeId: string, personId: string, coming: string[]): Promise<void> {
  const left = coming.filter((id) => id !== personId)
  await tx.coffeeSeat.updateMany({
    where: { coffeeId, freelancerId: personId },
    data: { answer: 'no', times: 0, answeredAt: now() },
  })
  const off = left.length < 2
  await tx.coffee.update({
    where: { id: coffeeId },
    data: { sequence: { increment: 1 }, ...(off ? { status: 'cancelled' } : {}) },
    select: { id: true },
  })
  for (const freelancerId of left)
    await enqueue(tx, off ? 'coffee_off' : 'coffee_smaller', { coffeeId, freelancerId })
}

/** Milliseconds. */
const REMEMBERED = 366 * 86_400_000

/** Forgets coffees of more than a year ago. Answers how many. */
export async function forgetCoffees(at: Date): Promise<number> {
  const { count } = await db.coffee.deleteMany({
    where: { decideBy: { lt: new Date(at.getTime() - REMEMBERED) } },
  })
  return count
}

/** Takes somebody out of all that is to come, without a question: they are being erased, or a block came between. */
export async function withdrawFromAll(tx: Transaction, personId: string, otherId?: string): Promise<void> {
  const at = now()
  const coffees = await tx.coffee.findMany({
    where: {
      ...{ status: 'agreed', startsAt: { gt: at } },
      AND: [personId, otherId]
        .flatMap((id) => id ?? [])
        .map((freelancerId) => ({ seats: { some: { freelancerId, answer: 'yes' as const } } })),
    },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  for (const { id } of coffees) {
    const coffee = await locked(tx, id)
    const coming =
      coffee?.seats.filter(({ answer }) => answer === 'yes').map(({ freelancerId }) => freelancerId) ?? []
    if (coffee?.status === 'agreed' && coming.includes(personId)) await giveUp(tx, id, personId, coming)
  }
}
