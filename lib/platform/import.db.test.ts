import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/db'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cafetiere-import-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** As `npm run import` runs it: with a channel to the process that started it. */
async function run(...args: string[]) {
  const child = fork('scripts/import.ts', args, {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, DATA_DIR: folder, INIT_CWD: folder },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk))
  const [code] = await once(child, 'close')
  return { code, said }
}

it('ends by itself, with 0 when all is well and 1 when a row was broken', async () => {
  const rows = [
    '{"type":"node","id":1,"lat":43.5,"lon":7,"tags":{"office":"coworking","name":"Desk"}}',
    '{"type":"node"}',
  ]
  await writeFile(path.join(folder, 'good.json'), `{"elements":[${rows[0]}]}`)
  await writeFile(path.join(folder, 'bad.json'), `{"elements":[\n${rows.join(',\n')}]}`)
  const good = await run('spaces', 'good.json')
  expect(good).toMatchObject({ code: 0, said: expect.stringMatching(/created +1\n/) })
  const bad = await run('spaces', 'bad.json')
  expect(bad).toMatchObject({ code: 1, said: expect.stringMatching(/bad\.json:3: row 2 is left out: .+\./) })
  expect(bad.said).toMatch(/unchanged +1\n/)
  expect(await db.space.count()).toBe(1)
})

it('ends with 2 and one sentence on a file that is not what it says, and on wrong use', async () => {
  await writeFile(path.join(folder, 'page.json'), '<!doctype html>')
  const page = await run('spaces', 'good.json', 'page.json')
  expect(page).toMatchObject({
    code: 2,
    said: expect.stringContaining('page.json: that is a web page, not data'),
  })
  expect(await run('people')).toMatchObject({
    code: 2,
    said: expect.stringContaining('"people" cannot be imported'),
  })
  expect(await run('--help')).toMatchObject({
    code: 0,
    said: expect.stringContaining('npm run import -- spaces FILE…'),
  })
})
