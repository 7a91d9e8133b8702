import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from } from 'pg-copy-streams'
import type { Connection } from '@/lib/db'

/** Lines handed over at once: PostgreSQL writes them while the next ones are made. */
const AT_ONCE = 100

/** Writes rows the way PostgreSQL takes them fastest, within the transaction that the connection is in. */
export async function copyInto(
  connection: Connection,
  table: string,
  columns: readonly string[],
  lines: Iterable<string>,
): Promise<void> {
  const into = connection.query(from(`COPY ${table} (${columns.join(', ')}) FROM STDIN`))
  await pipeline(Readable.from(bundled(lines), { objectMode: false, highWaterMark: 1 }), into)
}

function* bundled(lines: Iterable<string>): Generator<Buffer> {
  let [bundle, size] = ['', 0]
  for (const line of lines) {
    bundle += line
    size += 1
    if (size < AT_ONCE) continue
    yield Buffer.from(bundle)
    ;[bundle, size] = ['', 0]
  }
  if (size > 0) yield Buffer.from(bundle)
}
