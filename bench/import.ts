import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { generator } from '@/lib/testing/crowd'
import type { Phase } from './import-phase'
import { timed } from './median'
import type { Line } from './report'

/** `npm run bench -- import [ROWS]` */
const ROWS = Number(process.argv[3] ?? 1_000_000)
const SEED = 20_261_124
/** Of what a bare COPY reaches, and of memory, whatever the size of the file. */
const BARS = { share: 0.25, megabytes: 512 }

const FIRST = [
  'Atelier',
  'Bureau',
  'Café',
  'Comptoir',
  'Fabrique',
  'Halle',
  'Loft',
  'Maison',
  'Ruche',
  'Station',
]
const LAST = [
  'Amande',
  'Bergamote',
  'Cerise',
  'Dune',
  'Églantine',
  'Figue',
  'Garance',
  'Houle',
  'Iris',
  'Jasmin',
]
const STREETS = ['rue du Port', 'rue des Lilas', 'avenue de la Gare', 'place du Marché', 'quai Vieux']

type Made = { id: number; lat: number; lon: number; tags: Record<string, string> }

/** Places of France in OpenStreetMap's tags, the same every time. Half of them name their town. */
function* made(): Generator<Made> {
  const random = generator(SEED)
  const one = (list: string[]) => list[random(list.length)] ?? ''
  for (let id = 1; id <= ROWS; id++) {
    const tags: Record<string, string> = {
      ...{ amenity: 'coworking_space', name: `${one(FIRST)} ${one(LAST)} ${id.toString(36)}` },
      ...{ 'addr:housenumber': String(1 + random(90)), 'addr:street': one(STREETS) },
      ...(random(2) === 0 ? { 'addr:city': 'Ville', 'addr:country': 'FR', internet_access: 'wlan' } : {}),
      ...(random(3) === 0 ? { opening_hours: 'Mo-Fr 09:00-18:00' } : {}),
    }
    yield { id, lat: 43 + random(7_000_000) / 1e6, lon: -1 + random(8_000_000) / 1e6, tags }
  }
}

function* asFile(): Generator<string> {
  yield '{"elements":[\n'
  for (const { id, lat, lon, tags } of made())
    yield `${id === 1 ? '' : ',\n'}${JSON.stringify({ type: 'node', id, lat, lon, tags })}`
  yield '\n]}\n'
}

/** The same rows as PostgreSQL takes them fastest, ready beforehand. */
function* asCopy(): Generator<string> {
  const columns = (tags: Record<string, string>) => [tags['addr:street'], tags.opening_hours ?? '\\N']
  for (const { lat, lon, tags } of made())
    yield `${['coworking', tags.name, lat, lon, 'Europe/Paris', ...columns(tags)].join('\t')}\n`
}

/**
 * A whole import of a million places, recorded and compared for doubles, beside a bare COPY of the same rows into a
 * table with the same columns and indexes, from a file that is ready for it; then the same file again, and all of it undone.
 * Each is done by a process of its own, whose peak of memory (as the system counts it, without PostgreSQL) is told.
 */
export async function bench(databaseUrl: string): Promise<Line[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cafetiere-bench-import-'))
  try {
    const [file, rows] = [path.join(folder, 'places.json'), path.join(folder, 'places.copy')]
    await pipeline(Readable.from(asFile()), createWriteStream(file))
    await pipeline(Readable.from(asCopy()), createWriteStream(rows))
    process.stderr.write(`${ROWS} rows, ${Math.round((await stat(file)).size / 2 ** 20)} MB\n`)
    const bare = await timed(() => copy(databaseUrl, rows))
    const ours = await phase('import', file)
    const again = await phase('import', file)
    const undone = await phase('undo', ours.runId)
    const perSecond = (milliseconds: number) => [ROWS / (milliseconds / 1000)]
    const speed = (what: string, milliseconds: number): Line => ({
      ...{ what, unit: 'rows/s', ours: perSecond(milliseconds), floor: perSecond(bare) },
    })
    const peak = (what: string, megabytes: number): Line => ({
      ...{ what: `${what}: peak of memory`, unit: 'MB', ours: [megabytes] },
      bar: { of: 'ours', atMost: BARS.megabytes },
    })
    return [
      { ...speed('import', ours.milliseconds), bar: { of: 'ratio', atLeast: BARS.share } },
      peak('import', ours.peak),
      speed('the same file again', again.milliseconds),
      peak('the same file again', again.peak),
      speed('undo', undone.milliseconds),
      peak('undo', undone.peak),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function copy(databaseUrl: string, rows: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('CREATE TABLE bare (LIKE spaces INCLUDING ALL)')
  await client.query('ALTER TABLE bare ALTER id SET DEFAULT uuid_v7(), ALTER updated_at SET DEFAULT now()')
  const into = client.query(
    copyFrom('COPY bare (kind, name, lat, lng, time_zone, street, opening_hours) FROM STDIN'),
  )
  await pipeline(createReadStream(rows), into)
  await client.query('DROP TABLE bare')
  await client.end()
}

/** What a process of its own does, and what it took. */
async function phase(what: 'import' | 'undo', about: string): Promise<Phase> {
  const child = fork(path.resolve('bench/import-phase.ts'), [what, about], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const told: Phase[] = []
  child.on('message', (message) => told.push(message as Phase))
  const [code] = await once(child, 'close')
  const [taken] = told
  if (code !== 0 || !taken) throw new Error(`${what} ended with ${code}`)
  return taken
}
