import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { type Prisma, PrismaClient } from '@/prisma/client/client'

/** What `db.$transaction(async (tx) => …)` hands to its callback. */
export type Transaction = Prisma.TransactionClient

/** A bare connection, for what Prisma has no words for: COPY, and questions about thousands of rows at once. */
export type Connection = pg.ClientBase

/** Milliseconds. A query that runs longer is a bug, and must not hold its connection. */
const STATEMENT_TIMEOUT = 30_000
const CONNECT_TIMEOUT = 5_000
/**
 * Milliseconds that a statement waits for one of the connections: a crowd that comes at once is answered late rather than
 * refused. Less than a reverse proxy waits for us, which is 60 s.
 */
const TURN_TIMEOUT = 30_000
/**
 * Nothing that people ask is worth two processes more: to start them takes 10 to 20 ms, and the planner, who has no statistics
 * of words, would for a word that a million places might bear and none does.
 */
const ALONE = '-c max_parallel_workers_per_gather=0'
/**
 * Milliseconds for a transaction of thousands of rows, and to wait for the one before it. PostgreSQL ends a statement long
 * before: Prisma must never take the connection away from one that is still at work.
 */
const BULK_TIMEOUT = 600_000
const BULK_WAIT = 60_000

type Bulk = { client: PrismaClient; connection: Connection | null }

// Kept on globalThis: a development reload evaluates this module again, and must not open a second pool.
const shared: { cafetierePool?: pg.Pool; cafetiereDb?: PrismaClient; cafetiereBulk?: Bulk } =
  globalThis as never

// The message alone: the driver hangs the whole client, with its buffers, on the error.
const onPoolError = ({ message }: Error) => log.warn({ reason: message }, 'an idle database connection broke')

/** The pool has one limit for both: for a connection to open, and for one to be free. */
class QuickToConnect extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionTimeoutMillis: CONNECT_TIMEOUT })
  }
}

const settings = (): pg.PoolConfig => ({
  Client: QuickToConnect,
  connectionString: env().databaseUrl,
  max: 10,
  connectionTimeoutMillis: TURN_TIMEOUT,
  statement_timeout: STATEMENT_TIMEOUT,
  application_name: 'cafetiere',
  options: ALONE,
})

function pool(): pg.Pool {
  shared.cafetierePool ??= new pg.Pool(settings()).on('error', onPoolError)
  return shared.cafetierePool
}

function client(): PrismaClient {
  shared.cafetiereDb ??= new PrismaClient({ adapter: new PrismaPg(pool()) })
  return shared.cafetiereDb
}

/** The database: one client and one pool per process, opened by its first use. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_target, key) {
    if (key === '$disconnect') return disconnect
    const value: unknown = Reflect.get(client(), key)
    return typeof value === 'function' ? value.bind(client()) : value
  },
})

async function disconnect(): Promise<void> {
  const { cafetierePool, cafetiereDb, cafetiereBulk } = shared
  delete shared.cafetierePool
  delete shared.cafetiereDb
  delete shared.cafetiereBulk
  await Promise.all([cafetiereBulk?.client.$disconnect(), cafetiereDb?.$disconnect()])
  await cafetierePool?.end()
}

/**
 * Rows of one statement as the driver reads them, on the same pool: for what every request or a whole crowd sends, half
 * of whose cost would be Prisma's. By its name PostgreSQL plans it once a connection: the text must always be the same.
 * Throws the driver's errors, whose `code` is PostgreSQL's SQLSTATE.
 */
export async function statement<Row extends pg.QueryResultRow>(
  name: string,
  { text, values }: Prisma.Sql,
): Promise<Row[]> {
  const { rows } = await pool().query<Row>({ name, text, values })
  return rows
}

/**
 * One transaction for thousands of rows: Prisma's, and the bare connection that it runs on, which is not to be used
 * while Prisma's is waited for. One at a time per process, the next waits: it has a pool of its own, whose only connection
 * this is, for nothing tells which of ten a transaction of Prisma's runs on.
 */
export async function bulkTransaction<T>(
  work: (tx: Transaction, connection: Connection) => Promise<T>,
): Promise<T> {
  shared.cafetiereBulk ??= openBulk()
  const bulk = shared.cafetiereBulk
  return bulk.client.$transaction(
    (tx) => {
      if (!bulk.connection) throw new Error('a transaction without a connection')
      return work(tx, bulk.connection)
    },
    { timeout: BULK_TIMEOUT, maxWait: BULK_WAIT },
  )
}

function openBulk(): Bulk {
  // Who waits for a turn waits for the connection.
  const turns = { max: 1, connectionTimeoutMillis: BULK_WAIT, allowExitOnIdle: true }
  const pool = new pg.Pool({ ...settings(), ...turns })
  const adapter = new PrismaPg(pool, { onPoolError, disposeExternalPool: true })
  const bulk: Bulk = { client: new PrismaClient({ adapter }), connection: null }
  pool.on('acquire', (connection) => {
    bulk.connection = connection
  })
  return bulk
}
