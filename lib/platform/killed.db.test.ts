import { chmod, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Instance, startInstance } from '@/lib/platform/instance'
import { freePort } from '@/lib/platform/ports'
import {
  call,
  crowdAgent,
  generator,
  plantEvent,
  plantReminders,
  signInCrowd,
  type Visitor,
} from '@/lib/testing/crowd'
import { openPostOffice, type PostOffice } from '@/lib/testing/post-office'

const KILLS = 20
/** Joining at any moment: as many as a busy evening's. */
const JOINING = 8

let root: string
let office: PostOffice
let env: Record<string, string>
let instance: Instance | undefined

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'cafetiere-killed-'))
  await chmod(root, 0o711)
  office = await openPostOffice()
  env = { DATA_DIR: path.join(root, 'data'), PORT: String(await freePort()), SMTP_URL: office.smtpUrl }
})
afterAll(async () => {
  await instance?.stop()
  await office.close()
  await rm(root, { recursive: true, force: true })
}, 180_000)

it(`the server is killed ${KILLS} times under load: no answer it gave is lost, no mail, and no reminder comes twice`, async () => {
  const random = generator(7)
  const taken: { event: string; person: string; status: string }[] = []
  const codes: string[] = []
  for (let round = 0; round < KILLS; round++) {
    instance = await startInstance({ env })
    const client = await connect(instance)
    const event = await plantEvent(client, { capacity: 30 })
    const crowd = await signInCrowd(client, 400)
    codes.push(await askForCode(client))
    await plantReminders(client, 40)
    const load = joinUntilItDies(instance, event, crowd, taken)
    await expect
      .poll(() => taken.filter((seat) => seat.event === event).length, { timeout: 20_000 })
      .toBeGreaterThan(random(60))
    await client.end()
    await instance.kill()
    await load
  }
  instance = await startInstance({ env })
  const client = await connect(instance)
  expect(taken.length).toBeGreaterThan(KILLS)
  expect(await lost(client, taken)).toEqual([])
  // What dead workers had claimed comes back when their lease ends: those five minutes are over.
  await client.query(
    `UPDATE pgboss.job SET start_after = now(), state = CASE state WHEN 'active' THEN 'retry' ELSE state END
     WHERE name IN ('codes', 'work') AND state < 'completed' AND data->>'kind' IN ('sign_in_code', 'reminder')`,
  )
  await expect.poll(() => unfinished(client), { timeout: 60_000 }).toBe(0)
  await client.end()

  const reminded = office.mails.filter(({ mail }) => mail.subject?.startsWith('À tout à l’heure'))
  expect(reminded.length).toBeGreaterThan(KILLS)
  expect(new Set(reminded.map(({ to }) => to)).size).toBe(reminded.length)

  for (const address of codes) {
    const copies = office.mails.filter(({ to }) => to === address)
    expect(copies.length, address).toBeGreaterThan(0)
    // Sent again after a crash, it is the same mail, and shown once.
    expect(new Set(copies.map(({ mail }) => mail.messageId)).size, address).toBe(1)
  }
}, 900_000)

async function connect({ databaseUrl }: Instance): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl })
  // Its server may be stopped under it.
  client.on('error', () => {})
  await client.connect()
  return client
}

/** People join one after the other on several lines, until the server is gone. Notes what it promised. */
async function joinUntilItDies(
  { url }: Instance,
  event: string,
  crowd: Visitor[],
  taken: { event: string; person: string; status: string }[],
): Promise<void> {
  const agent = crowdAgent()
  const line = async () => {
    for (let person = crowd.pop(); person; person = crowd.pop()) {
      const answer = await call(agent, `${url}/api/v1/events/${event}/rsvp`, person, 'POST').catch(() => null)
      if (!answer) return
      expect(answer.status).toBe(200)
      taken.push({ event, person: person.id, status: String(answer.body.status) })
    }
  }
  await Promise.all(Array.from({ length: JOINING }, line))
  agent.destroy()
}

/** What was promised and is not so. Nobody left, so that whoever had a seat has it still. */
async function lost(client: pg.Client, taken: { event: string; person: string; status: string }[]) {
  const { rows } = await client.query<{ event: string; person: string; status: string }>(
    `SELECT event_id AS event, freelancer_id AS person, status FROM rsvps WHERE event_id = ANY ($1::uuid[])`,
    [[...new Set(taken.map(({ event }) => event))]],
  )
  const kept = new Set(rows.map(({ event, person, status }) => `${event} ${person} ${status}`))
  return taken.filter(({ event, person, status }) => !kept.has(`${event} ${person} ${status}`))
}

/** Asks for a code as the command does: the row and its job in one transaction. */
async function askForCode(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ email: string }>(
    `WITH code AS (
       INSERT INTO sign_in_codes (id, email, code_hash, link_hash, expires_at, locale)
       VALUES (uuid_v7(), 'code-' || gen_random_uuid() || '@example.org', '', gen_random_uuid()::text,
         now() + interval '1 hour', 'fr')
       RETURNING id, email
     ) SELECT email, job_write('sign_in_code', jsonb_build_object('codeId', id), now()) FROM code`,
  )
  return rows[0]?.email ?? ''
}

async function unfinished(client: pg.Client): Promise<number> {
  const { rows } = await client.query(
    `SELECT count(*)::int AS n FROM pgboss.job
     WHERE name IN ('codes', 'work') AND state < 'completed' AND data->>'kind' IN ('sign_in_code', 'reminder')`,
  )
  return rows[0].n
}
