import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { now } from '@/lib/clock'
import { importSpaces } from '@/lib/imports/commands'
import { inspect } from '@/lib/imports/records/queries'
import { NOTHING } from '@/lib/imports/rules'
import { beginRun, endRun } from '@/lib/imports/runs/commands'
import { sha256Of } from '@/lib/imports/runs/queries'
import { generator } from '@/lib/testing/crowd'
import { timed } from './median'

/** `npm run bench -- import [ROWS]` */
const ROWS = Number(process.argv[3] ?? 1_000_000)
const SEED = 20_261_124
/** What people see while it works. */
const STEP = 50_000

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
 * table with the same columns and indexes, from a file that is ready for it. Memory is this process' peak.
 */
export async function bench(databaseUrl: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'cafetiere-bench-import-'))
  try {
    const [file, rows] = [path.join(folder, 'places.json'), path.join(folder, 'places.copy')]
    await pipeline(Readable.from(asFile()), createWriteStream(file))
    await pipeline(Readable.from(asCopy()), createWriteStream(rows))
    process.stderr.write(`${ROWS} rows, ${Math.round((await stat(file)).size / 2 ** 20)} MB\n`)
    const bare = await timed(() => copy(databaseUrl, rows))
    const before = process.resourceUsage().maxRSS
    const ours = await timed(() => whole(file))
    const again = await timed(() => whole(file))
    const line = (what: string, milliseconds: number) => ({
      what,
      seconds: Number((milliseconds / 1000).toFixed(1)),
      'rows/s': Math.round(ROWS / (milliseconds / 1000)),
      'share of COPY': Number((bare / milliseconds).toFixed(3)),
    })
    const peak = Math.round(process.resourceUsage().maxRSS / 1024)
    process.stderr.write(`peak memory ${peak} MB (${Math.round(before / 1024)} MB before the import)\n`)
    return [line('bare COPY', bare), line('import', ours), line('import again, nothing new', again)]
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

async function whole(path: string): Promise<void> {
  const inspected = await inspect(path)
  if (!inspected.ok) throw new Error(inspected.problem.code)
  const run = { origin: 'bench', source: 'osm', licence: '', options: { kind: null, map: null } }
  const id = await beginRun({ ...run, sha256: await sha256Of(path), total: inspected.value.rows }, now())
  let told = 0
  const { tally } = await importSpaces(inspected.value, {
    ...{ reader: null, hint: null, now: now(), run: { id, done: NOTHING } },
    onProgress: (read) => {
      if (read < told + STEP) return
      told = read
      process.stderr.write(`  ${read} rows\n`)
    },
  })
  await endRun(id, 'done', { now: now() })
  process.stderr.write(`${JSON.stringify(tally)}\n`)
}
