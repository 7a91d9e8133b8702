import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { type Prisma, PrismaClient } from '@/prisma/client/client'

/** What `db.$transaction(async (tx) => …)` hands to its callback. */
export type Transaction = Prisma.TransactionClient

/** Milliseconds. A query that runs longer is a bug, and must not hold its connection. */
const STATEMENT_TIMEOUT = 30_000
const CONNECT_TIMEOUT = 5_000

// Kept on globalThis: a development reload evaluates this module again, and must not open a second pool.
const shared: { cafetiereDb?: PrismaClient } = globalThis as never

function client(): PrismaClient {
  shared.cafetiereDb ??= new PrismaClient({
    adapter: new PrismaPg(
      {
        connectionString: env().databaseUrl,
        max: 10,
        connectionTimeoutMillis: CONNECT_TIMEOUT,
        statement_timeout: STATEMENT_TIMEOUT,
        application_name: 'cafetiere',
      },
      // The message alone: the driver hangs the whole client, with its buffers, on the error.
      { onPoolError: ({ message }) => log.warn({ reason: message }, 'an idle database connection broke') },
    ),
  })
  return shared.cafetiereDb
}

/** The database: one client and one pool per process, opened by its first use. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_target, key) {
    const value: unknown = Reflect.get(client(), key)
    return typeof value === 'function' ? value.bind(client()) : value
  },
})
