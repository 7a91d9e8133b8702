import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bulkTransaction } from '@/lib/db'
import { copyInto } from './commands'
import { lineOf } from './rules'

/** Text that PostgreSQL takes: whole characters, and not the one that ends strings in C. */
const text = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .filter((made) => !made.includes('\0') && made.isWellFormed())
const row = fc.tuple(
  fc.option(text),
  fc.option(fc.array(text, { maxLength: 3 })),
  fc.dictionary(text, fc.option(text), { maxKeys: 4 }),
  fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number))),
  fc.boolean(),
)

it('gives back every row as it was written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 250 }), async (rows) => {
      const found = await bulkTransaction(async (_tx, connection) => {
        await connection.query(
          'CREATE TEMP TABLE copied (place serial, a text, b text[], c jsonb, d float8, e bool) ON COMMIT DROP',
        )
        await copyInto(connection, 'copied', ['a', 'b', 'c', 'd', 'e'], rows.map(lineOf))
        const answer = await connection.query({
          text: 'SELECT a, b, c, d, e FROM copied ORDER BY place',
          rowMode: 'array',
        })
        return answer.rows
      })
      expect(found).toEqual(rows)
    }),
    { numRuns: 30 },
  )
})

it('a line that is wrong undoes the transaction, and the next one is well', async () => {
  const broken = bulkTransaction((_tx, connection) =>
    copyInto(connection, 'space_visits', ['day'], ['nonsense\n']),
  )
  await expect(broken).rejects.toThrow(/date/)
  expect(await bulkTransaction((tx) => tx.$queryRaw`SELECT 1 AS one`)).toEqual([{ one: 1 }])
})
