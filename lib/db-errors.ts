import { errorCode } from '@/lib/errors'

// Only `code` is matched: `meta` changed shape three times. Where Prisma gives no `code` (an error of the driver
// that it passes on), `cause.kind` and PostgreSQL's own SQLSTATE stand in. The shapes are locked by db-errors.db.test.ts.

/** What the driver says of itself: its own word for the failure, and PostgreSQL's SQLSTATE. */
interface DriverCause {
  kind?: string
  originalCode?: string
}

/** The driver's causes of an error: thrown bare (`cause`), or carried inside a Prisma error of a raw query. */
function causes(error: unknown): DriverCause[] {
  if (!(error instanceof Error)) return []
  const meta =
    'meta' in error ? (error.meta as { driverAdapterError?: { cause?: DriverCause } } | undefined) : undefined
  return [error.cause as DriverCause | undefined, meta?.driverAdapterError?.cause].filter(
    (cause) => cause !== undefined,
  )
}

function has(error: unknown, prismaCodes: string[], sqlState: string): boolean {
  const code = errorCode(error)
  if (code !== undefined && (code === sqlState || prismaCodes.includes(code))) return true
  return causes(error).some((cause) => cause.originalCode === sqlState)
}

/** Another row already has these values. */
export function isUniqueViolation(error: unknown): boolean {
  return has(error, ['P2002'], '23505')
}

/** The row pointed at does not exist, or is still pointed at. */
export function isForeignKeyViolation(error: unknown): boolean {
  return has(error, ['P2003'], '23503') || has(error, [], '23001')
}

/** A CHECK refused the row; with `name`, that CHECK. */
export function isCheckViolation(error: unknown, name?: string): boolean {
  if (!has(error, ['P2004'], '23514')) return false
  return name === undefined || String((error as Error).message).includes(`"${name}"`)
}

/** A conflict between transactions: nothing was written, and the same work may succeed when done again. */
export function isRetryable(error: unknown): boolean {
  return (
    has(error, ['P2034'], '40001') ||
    has(error, [], '40P01') ||
    causes(error).some((c) => c.kind === 'TransactionWriteConflict')
  )
}

/** The database does not answer. */
export function isUnreachable(error: unknown): boolean {
  const unreachable = ['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']
  return (
    ['P1001', 'P1002', 'P1017', 'P2024', 'ECONNREFUSED'].includes(errorCode(error) ?? '') ||
    causes(error).some((c) => unreachable.includes(c.kind ?? ''))
  )
}
