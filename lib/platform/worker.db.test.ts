import { spawn } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { type Instance, startInstance } from '@/lib/platform/instance'
import { openPostOffice } from '@/lib/testing/post-office'

const office = await openPostOffice()
let instance: Instance | undefined
afterAll(async () => {
  await instance?.stop()
  await office.close()
}, 30_000)

it('the jobs of a start without a worker are done by one beside it, which finishes and ends when asked', async () => {
  instance = await startInstance({ env: { WORKER: '0', SMTP_URL: office.smtpUrl } })
  const client = new pg.Client({ connectionString: instance.databaseUrl })
  await client.connect()
  try {
    expect(await workers(client)).toBe(0)
    await client.query(
      `WITH code AS (
         INSERT INTO sign_in_codes (id, email, code_hash, link_hash, expires_at, locale)
         VALUES (uuid_v7(), 'ana@example.org', '', 'hash', now() + interval '1 hour', 'fr') RETURNING id
       ) SELECT job_write('sign_in_code', jsonb_build_object('codeId', id), now()) FROM code`,
    )
    const worker = startWorker(instance)
    await expect
      .poll(() => office.mails.map(({ to }) => to), { timeout: 30_000 })
      .toEqual(['ana@example.org'])
    expect(await workers(client)).toBeGreaterThan(0)
    worker.kill('SIGTERM')
    expect(await once(worker, 'close')).toEqual([0, null])
    expect(await workers(client)).toBe(0)
  } finally {
    await client.end()
  }
}, 120_000)

it('a worker with nothing to work on says what to do', async () => {
  const worker = startWorker({ dataDir: '/nonexistent' })
  let said = ''
  worker.stderr.on('data', (chunk: Buffer) => {
    said += chunk
  })
  expect(await once(worker, 'close')).toEqual([1, null])
  expect(said).toContain('WORKER=0 npm start')
}, 60_000)

function startWorker({ dataDir }: Pick<Instance, 'dataDir'>) {
  const settings = { DATA_DIR: dataDir, SMTP_URL: office.smtpUrl, NODE_ENV: 'production' as const }
  return spawn(process.execPath, ['scripts/launch.mjs', 'scripts/worker.ts', '--no-env-file'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...settings },
  })
}

async function workers(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'cafetiere worker'`,
  )
  return rows[0]?.n ?? 0
}
