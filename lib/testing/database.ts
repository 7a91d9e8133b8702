import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { withDatabaseName } from '@/lib/platform/scratch-database'

// Runs before each file of database tests: its worker's own clone of the template, new for the file.
const templateUrl = inject('templateUrl')
const name = `test_${process.env.VITEST_POOL_ID ?? '1'}`
const admin = new pg.Client({ connectionString: withDatabaseName(templateUrl, 'postgres') })
await admin.connect()
await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
await admin.query(`CREATE DATABASE ${name} TEMPLATE template_cafetiere`)
await admin.end()
process.env.DATABASE_URL = withDatabaseName(templateUrl, name)

afterAll(async () => {
  const { db } = await import('@/lib/db')
  await db.$disconnect()
})
