import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { undoRun } from '@/lib/imports/undo/commands'

const tags = { office: 'coworking', name: 'La Bulle', 'addr:city': 'Cannes', 'addr:country': 'FR' }
const elements = [
  { type: 'node', id: 1, lat: 43.55, lon: 7.01, tags },
  { type: 'way', id: 2, center: { lat: 43.56, lon: 7.02 }, tags: { ...tags, name: 'La Ruche' } },
]

let folder: string
const queries: string[] = []
let status = 200
const server = createServer(async (request, response) => {
  const body = new URLSearchParams(Buffer.concat(await Array.fromAsync(request)).toString())
  queries.push(body.get('data') ?? '')
  response.writeHead(status).end(status === 200 ? JSON.stringify({ version: 0.6, elements }) : 'No')
}).listen(0, '127.0.0.1')

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cafetiere-osm-'))
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true, force: true })
})

/** As `npm run import` runs it, with a server of our own. */
async function run(...args: string[]) {
  const { port } = server.address() as AddressInfo
  const child = fork('scripts/import.ts', ['osm', ...args], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, DATA_DIR: folder, OVERPASS_URL: `http://127.0.0.1:${port}/api/interpreter` },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk))
  const [code] = await once(child, 'close')
  return { code, said }
}

it('brings in what is around a town, once a place, and asks once a day', async () => {
  const first = await run('Cannes', '--km', '20')
  expect(first.said).toMatch(/Cannes, 06\d{3}, Alpes-Maritimes, FR, 20 km around/)
  expect(first.said).toMatch(/for the box 43\.3\d*,6\.7\d*,43\.7\d*,7\.2\d*/)
  expect(first).toMatchObject({ code: 0, said: expect.stringMatching(/created +2\n/) })
  expect(await db.space.count({ where: { city: 'Cannes' } })).toBe(2)
  const again = await run('Cannes', '--km', '20')
  expect(again).toMatchObject({ code: 0, said: expect.stringMatching(/unchanged +2\n/) })
  expect(queries).toHaveLength(1)

  const tiles = await run('--bbox', '43,6.5,44,7.8', '--also', 'cafes')
  expect(tiles).toMatchObject({ code: 0, said: expect.stringMatching(/repeated in these files +2\n/) })
  expect(tiles.said).toMatch(/in 2 parts, one at a time/)
  expect(await db.space.count()).toBe(2)
})

it('is one run for an area of many tiles, which goes on where it broke off and is undone as a whole', async () => {
  const area = ['--bbox', '43,6.5,44,7.8', '--also', 'cafes']
  const origin = '43,6.5,44,7.8 · cafes'
  await db.importRun.deleteMany()
  await db.space.deleteMany()
  await run(...area)
  const [first, ...others] = await db.importRun.findMany()
  expect(others).toEqual([])
  expect(first).toMatchObject({ origin, source: 'osm', total: 4, rows: 4, created: 2, status: 'done' })
  expect(first?.sha256).toMatch(/^[0-9a-f]{64}$/)
  // As it stands when the machine was turned off behind the first tile.
  const broken = {
    status: 'running',
    rows: 2,
    skipped: {},
    progressedAt: new Date(0),
    finishedAt: null,
  } as const
  await db.importRun.updateMany({ data: broken })
  const again = await run(...area)
  expect(again).toMatchObject({ code: 0, said: expect.stringContaining('goes on behind the 2 rows') })
  expect(await db.importRun.findMany()).toMatchObject([
    { id: first?.id, rows: 4, created: 2, skipped: { repeated: 2 }, status: 'done' },
  ])
  expect(await undoRun(first?.id ?? '', { now: new Date('2026-11-30T12:00:00Z') })).toMatchObject({
    value: { removed: 2 },
  })
})

it('says in a sentence what is wrong, and touches nothing', async () => {
  status = 403
  const refused = await run('--bbox', '48,2,48.5,2.5')
  expect(refused).toMatchObject({ code: 1, said: expect.stringMatching(/answered 403 \("No"\)\./) })
  expect(await run('Nowhere-at-all')).toMatchObject({
    code: 2,
    said: expect.stringContaining('No town is called "Nowhere-at-all"'),
  })
  expect(await run('--help')).toMatchObject({ code: 0, said: expect.stringContaining('-- osm TOWN') })
})
