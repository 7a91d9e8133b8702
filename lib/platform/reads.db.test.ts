import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { type Instance, startInstance } from '@/lib/platform/instance'
import { runStatement, withDatabaseName } from '@/lib/platform/scratch-database'
import { type Overheard, openWiretap, type PlanNode, type Wiretap } from '@/lib/testing/wiretap'
import { CROWD, plantCrowd } from '@/lib/testing/world/crowd'
import { HOST } from '@/lib/testing/world/ids'
import { type Asked, PAGES, READS_ALL } from '@/lib/testing/world/pages'
import { beginWorld, growWorld } from '@/lib/testing/world/plant'

const MANY = 30
/** Rows that one step of a plan may read: no list is longer, and no table of the crowd's so short. */
const READ = CROWD / 5

/** PostgreSQL says how it went about each statement, to whoever sent it. */
const EXPLAIN = {
  log_min_duration: '0',
  log_analyze: 'on',
  log_timing: 'off',
  log_nested_statements: 'on',
  log_format: 'json',
  log_level: 'notice',
}

const database = `reads_${process.env.VITEST_POOL_ID ?? '1'}`
const url = withDatabaseName(inject('templateUrl'), database)
let client: pg.Client
let tap: Wiretap
let site: Instance

beforeAll(async () => {
  const server = withDatabaseName(url, 'postgres')
  await runStatement(server, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
  await runStatement(server, `CREATE DATABASE ${database} TEMPLATE template_cafetiere`)
  client = new pg.Client({ connectionString: url })
  await client.connect()
  await beginWorld(client)
  await growWorld(client, 1, 1)
  await client.query(`LOAD 'auto_explain'`)
  await client.query(`ALTER DATABASE ${database} SET session_preload_libraries = 'auto_explain'`)
  for (const [name, value] of Object.entries(EXPLAIN))
    await client.query(`ALTER DATABASE ${database} SET auto_explain.${name} = '${value}'`)
  // Small tables tempt the planner to read them whole: as it would weigh much larger ones.
  await client.query(`ALTER DATABASE ${database} SET random_page_cost = 1.1`)
  tap = await openWiretap(url)
  const env = { DATABASE_URL: tap.databaseUrl, WORKER: '0', MAP_MEMORY: '0', ADMIN_EMAILS: HOST.email }
  site = await startInstance({ env })
}, 180_000)
afterAll(async () => {
  await site?.stop()
  await tap?.stop()
  await client?.end()
  await runStatement(withDatabaseName(url, 'postgres'), `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
}, 60_000)

it(`asks the database as often for ${MANY} of everything as for one, and reads no table from end to end`, async () => {
  const few = await visitAll(PAGES.map(({ statements }) => statements))
  await growWorld(client, 2, MANY)
  await plantCrowd(client)
  const many = await visitAll(few.map(({ length }) => length))
  const counts = PAGES.map(({ path, cookie, statements }, i) => ({
    ...{ path, who: cookie, allowed: statements, one: few[i]?.length ?? 0, many: many[i]?.length ?? 0 },
  }))
  expect(counts.filter(({ allowed, one, many }) => many > one || one > allowed)).toEqual([])
  const read = PAGES.flatMap(({ path }, i) =>
    READ_ALL.has(path) ? [] : (many[i] ?? []).flatMap((statement) => longReads(path, statement)),
  )
  expect(read).toEqual([])
}, 180_000)

const READ_ALL = new Set(READS_ALL)

/**
 * What each page sends to the database, in the order of PAGES. One that sends more than it may is asked again: what the
 * process asks once in a while and keeps is no page's.
 */
async function visitAll(most: number[]): Promise<Overheard[][]> {
  const heard: Overheard[][] = []
  for (const [i, page] of PAGES.entries()) {
    const first = await visit(page)
    heard.push(first.length > (most[i] ?? 0) ? await visit(page) : first)
  }
  return heard
}

async function visit({ path, cookie }: Asked): Promise<Overheard[]> {
  tap.take('cafetiere')
  const answer = await fetch(site.url + path, { headers: { cookie }, redirect: 'error' })
  const body = await answer.text()
  expect(answer.status, `${path}: ${body.slice(0, 200)}`).toBe(200)
  return tap.take('cafetiere')
}

/** The steps that read too much of a table or of an index. */
function longReads(path: string, { plans }: Overheard): object[] {
  return plans.flatMap(({ 'Query Text': text, Plan }) =>
    steps(Plan)
      .filter((step) => (step['Relation Name'] ?? step['Index Name']) && rowsOf(step) > READ)
      .map((step) => ({
        ...{ path, step: step['Node Type'], of: step['Relation Name'] ?? step['Index Name'] },
        ...{ rows: rowsOf(step), text: text.replaceAll(/\s+/g, ' ').slice(0, 300) },
      })),
  )
}

const steps = (step: PlanNode): PlanNode[] => [step, ...(step.Plans ?? []).flatMap(steps)]

const rowsOf = (step: PlanNode): number =>
  ((step['Actual Rows'] ?? 0) +
    (step['Rows Removed by Filter'] ?? 0) +
    (step['Rows Removed by Index Recheck'] ?? 0)) *
  (step['Actual Loops'] ?? 1)
