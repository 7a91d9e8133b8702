import pg from 'pg'
import { errorCode, OperatorError } from '@/lib/errors'

/** Milliseconds that a server gets to answer. */
const ANSWER_TIMEOUT = 8_000
/** The oldest PostgreSQL whose SQL we use, as server_version_num. */
const OLDEST = 150_000

/** Reaches the server of DATABASE_URL once, and says in a sentence why it cannot be used. */
export async function checkDatabase(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: ANSWER_TIMEOUT })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string }>(
      `SELECT current_setting('server_version_num') AS version`,
    )
    const version = Number(rows[0]?.version)
    if (version < OLDEST) {
      throw new OperatorError(
        `The database server of DATABASE_URL is PostgreSQL ${Math.floor(version / 10_000)}: version 15 or later is needed.`,
      )
    }
  } catch (error) {
    throw connectionProblem(error, databaseUrl)
  } finally {
    await client.end().catch(() => {})
  }
}

/** The sentence for a connection that failed. It names host, user and database, never the password. */
export function connectionProblem(error: unknown, databaseUrl: string): unknown {
  if (error instanceof OperatorError) return error
  const { hostname, port, username, pathname } = new URL(databaseUrl)
  const server = `${hostname}:${port || 5432}`
  const database = decodeURIComponent(pathname.slice(1)) || username
  const code = errorCode(rootOf(error)) ?? ''
  const say = (sentence: string) => new OperatorError(sentence, { cause: error })
  if (code === '28P01' || code === '28000') {
    return say(
      `The database server ${server} refuses user "${username}" with the password of DATABASE_URL. Check both (special characters are written %XX in an address).`,
    )
  }
  if (code === '3D000') {
    return say(
      `The database "${database}" does not exist on ${server}. Make it (createdb ${database}) or mend the name at the end of DATABASE_URL.`,
    )
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return say(`The host "${hostname}" of DATABASE_URL is not known to the network. Check its name.`)
  }
  if (code === '53300') {
    return say(
      `The database server ${server} has no connection left. Raise its max_connections, or free some.`,
    )
  }
  if (code === '57P03')
    return say(`The database server ${server} is still starting up. Try again in a moment.`)
  if (code === '42501') {
    return say(
      `User "${username}" may not create tables in "${database}". Make it the owner: ALTER DATABASE ${database} OWNER TO ${username}`,
    )
  }
  const message = error instanceof Error ? error.message : ''
  if (/does not support SSL/.test(message)) {
    return say(`The database server ${server} does not speak TLS, which DATABASE_URL asks for (sslmode).`)
  }
  if (/^(ECONN|EHOST|ENET|ETIMEDOUT|EPIPE)/.test(code) || /timeout|terminated/i.test(message)) {
    return say(
      `The database server ${server} of DATABASE_URL does not answer. Start it, check host and port, or leave DATABASE_URL out to use the packaged PostgreSQL.`,
    )
  }
  return error
}

/** Where a name has several addresses, Node wraps one failure for each. */
function rootOf(error: unknown): unknown {
  return error instanceof AggregateError ? error.errors[0] : error
}
