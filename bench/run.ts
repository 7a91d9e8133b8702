import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { applyMigrations } from '@/lib/platform/migrations'
import { startEmbeddedServer } from '@/lib/platform/postgres/server'

/** `npm run bench -- NAME`: bench/NAME.ts on a PostgreSQL of its own, which is gone afterwards; what is pure needs none. */
const BENCHES = ['rsvp', 'map-tile', 'import', 'coffees', 'simulation'] as const

const name = BENCHES.find((one) => one === process.argv[2])
if (!name) {
  console.error(`Which one? npm run bench -- ${BENCHES.join(' | ')}`)
  process.exit(2)
}

if (name === 'simulation') {
  const { ABOUT, bench } = await import('@/bench/simulation/report')
  for (const line of ABOUT) console.log(line)
  console.table(await bench())
  process.exit()
}

if (name === 'coffees') {
  const { bench } = await import('@/bench/coffees/report')
  console.table(await bench())
  process.exit()
}

const LOADED = {
  rsvp: () => import('./rsvp'),
  'map-tile': () => import('./map-tile'),
  import: () => import('./import'),
}

const directory = await mkdtemp(path.join(tmpdir(), 'cafetiere-bench-'))
// Under root, PostgreSQL runs as a user of its own, who must be able to pass through.
await chmod(directory, 0o755)
const server = await startEmbeddedServer({ directory: path.join(directory, 'postgres'), disposable: true })
try {
  await applyMigrations(server.databaseUrl)
  process.env.DATABASE_URL = server.databaseUrl
  process.env.AUTH_SECRET = 'only for benches, forty characters long..'
  process.env.LOG_LEVEL = 'silent'
  // Imported late: these modules read the environment.
  const { bench } = await LOADED[name]()
  console.table(await bench(server.databaseUrl))
  const { db } = await import('@/lib/db')
  await db.$disconnect()
} finally {
  await server.stop()
  await rm(directory, { recursive: true, force: true })
}
