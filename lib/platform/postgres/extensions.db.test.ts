import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { env } from '@/lib/env'
import { checkExtensions, type Extension, extensionProblem } from '@/lib/platform/postgres/extensions'
import { withScratchDatabase } from '@/lib/platform/scratch-database'

const made: Extension = { name: 'unaccent', available: true, schema: 'public', seen: true, creatable: false }

describe('extensionProblem', () => {
  it('is none where they are there, or can be made', () => {
    expect(extensionProblem([made], 'cafe')).toBeNull()
    expect(extensionProblem([{ ...made, schema: null, seen: false, creatable: true }], 'cafe')).toBeNull()
  })

  it.each<[string, Partial<Extension>, RegExp]>([
    ['the server has none', { schema: null, available: false }, /no unaccent.*postgresql-contrib/],
    ['the role may not', { schema: null }, /"cafe" may not create.*CREATE EXTENSION unaccent;/],
    ['it is out of sight', { schema: 'tools', seen: false }, /SET search_path = public, "tools"/],
  ])('says what to do where %s', (_, values, sentence) => {
    expect(extensionProblem([{ ...made, ...values }], 'cafe')).toMatch(sentence)
  })
})

it('is asked of the database itself', async () => {
  await withScratchDatabase(env().databaseUrl, async (url) => {
    await checkExtensions(url)
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const role = `guest_${process.pid}`
    try {
      await client.query(`CREATE ROLE ${role} LOGIN PASSWORD 'only for a test'`)
      const guest = Object.assign(new URL(url), { username: role, password: 'only for a test' })
      await expect(checkExtensions(guest.href)).rejects.toThrow(`"${role}" may not create`)
      await client.query('CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent')
      await checkExtensions(guest.href)
    } finally {
      await client.query(`DROP ROLE IF EXISTS ${role}`)
      await client.end()
    }
  })
})
