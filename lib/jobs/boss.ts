import type { EventEmitter } from 'node:events'
import { type ConstructorOptions, PgBoss } from 'pg-boss'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { QUEUE_SETTINGS } from './rules'

/** Runs nothing by itself: for whoever looks at the queues or takes from them by hand. */
const IDLE = {
  supervise: false,
  schedule: false,
  registerInstance: false,
  max: 2,
} satisfies ConstructorOptions

/** pg-boss on this instance's database, not yet started. Its schema is there already: the platform's migrations see to it. */
export function newBoss(options: Partial<ConstructorOptions>): PgBoss {
  const boss = new PgBoss({
    connectionString: env().databaseUrl,
    application_name: 'cafetiere worker',
    migrate: false,
    ...options,
  })
  // Without a listener Node ends the process. What stands behind a message may hold a connection's whole buffers.
  boss.on('error', ({ message }) => log.warn({ reason: message }, 'the queue met an error and goes on'))
  boss.on('warning', ({ message }) => log.warn({ reason: message }, 'the queue warns'))
  return boss
}

/**
 * pg's pool listens for errors of idle connections alone: one that the database ends while it changes hands is heard by
 * nobody, which would end the process. Its query fails all the same, and the queue tries again.
 */
export function guardConnections(boss: PgBoss): void {
  const heard = new WeakSet<EventEmitter>()
  const { pool } = boss.getDb() as { pool?: EventEmitter }
  pool?.on('acquire', (client: EventEmitter) => {
    if (heard.has(client)) return
    heard.add(client)
    client.on('error', ({ message }) => log.warn({ reason: message }, 'a connection of the queue broke'))
  })
}

/** Lends the queues for something short. */
export async function withBoss<T>(work: (boss: PgBoss) => Promise<T>): Promise<T> {
  const boss = newBoss(IDLE)
  try {
    await boss.start()
    guardConnections(boss)
    return await work(boss)
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** Makes the schema `pgboss` and our queues in it, or brings them up to date. Safe to run at every start, by several at once. */
export async function installQueues(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, application_name: 'cafetiere', ...IDLE })
  boss.on('error', ({ message }) => log.warn({ reason: message }, 'the queue met an error and goes on'))
  try {
    await boss.start()
    for (const { name, ...settings } of QUEUE_SETTINGS) {
      await boss.createQueue(name, settings)
      await boss.updateQueue(name, settings)
    }
  } finally {
    await boss.stop({ graceful: false })
  }
}
