import type { EventEmitter } from 'node:events'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum, type SqlQuery } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const CHAR_OID = 18
const TIME_OID = 1083

/**
 * The schema engine reads PostgreSQL's catalogue, which is full of columns of the one-byte type `"char"`, and
 * @prisma/adapter-pg 7.10 refuses that type. This pool announces them as `time`, which no catalogue has (its values
 * pass through untouched), and CatalogueAdapter calls them by their name again. For the schema engine alone.
 */
export function cataloguePool(databaseUrl: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 })
  pool.on('connect', (client) => {
    const { connection } = client as unknown as { connection: EventEmitter }
    connection.prependListener('rowDescription', ({ fields }: { fields: pg.FieldDef[] }) => {
      for (const field of fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = TIME_OID
    })
  })
  return pool
}

export class CatalogueAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (query: SqlQuery) => {
      const result = await queryRaw(query)
      const columnTypes = result.columnTypes.map((type) =>
        type === ColumnTypeEnum.Time ? ColumnTypeEnum.Character : type,
      )
      return { ...result, columnTypes }
    }
    // Theirs cuts a script at every semicolon, those inside a function's body too. Whole, it also applies whole or
    // not at all.
    adapter.executeScript = async (script: string) => {
      await adapter.executeRaw({ sql: script, args: [], argTypes: [] })
    }
    return adapter
  }
}
