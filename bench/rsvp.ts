import { Agent } from 'node:http'
import pg from 'pg'
import { plantEvent, signInCrowd, type Visitor } from '@/lib/testing/crowd'
import { percentile } from './load'
import { type Line, tell } from './report'
import { type Join, ways } from './rsvp/ways'
import { startSite } from './servers'

/** `npm run bench -- rsvp [ROUNDS]` */
const ROUNDS = Number(process.argv[3] ?? 5)
const PEOPLE = 1_000
const SEATS = 50
/** As many as a reverse proxy would keep open to the site; who has none yet waits for one. */
const CONNECTIONS = 100
/** Of the joins per second that the same statement reaches by itself, and of what the one in the middle waits. */
const BARS = { share: 0.5, tail: 10 }

/** Joins per second; milliseconds from the moment at which all begin until the answer, waiting for a connection included. */
type Storm = { perSecond: number; p50: number; p99: number }

/**
 * A thousand people at the same moment on fifty seats, through the API of a production build, beside the very statement
 * that it sends, from this process over `pg` with as many connections as the site's own pool; a new event each time.
 * PostgreSQL is the site's own and keeps what it says, as with `npm start`: each join waits for the disk, with the row
 * locked. Jobs are left to lie, whoever joined, for their mails are no part of the answer.
 */
export async function bench(): Promise<Line[]> {
  const site = await startSite({ WORKER: '0' })
  const client = new pg.Client({ connectionString: site.databaseUrl })
  await client.connect()
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const all = ways(site, agent)
  try {
    tell(`fsync is ${(await client.query('SHOW fsync')).rows[0].fsync}`)
    const people = await signInCrowd(client, PEOPLE)
    const seen = new Map<string, Storm[]>()
    // The first is not counted: all compile what they run.
    for (let round = 0; round <= ROUNDS; round++) {
      tell(round === 0 ? 'warming up' : `round ${round} of ${ROUNDS}`)
      for (const [name, join] of Object.entries(all.joins)) {
        const storm = await storming(client, people, join)
        if (round > 0) seen.set(name, [...(seen.get(name) ?? []), storm])
      }
    }
    return Object.keys(all.joins).flatMap((name) =>
      name === all.floor ? [] : linesOf(name, seen.get(name) ?? [], seen.get(all.floor) ?? []),
    )
  } finally {
    agent.destroy()
    await all.end()
    await client.end()
    await site.stop()
  }
}

function linesOf(name: string, storms: Storm[], floor: Storm[]): Line[] {
  const judged = name === 'API'
  const line = (of: keyof Storm, unit: string): Line => ({
    ...{ what: `${name}: ${of}`, unit },
    ours: storms.map((storm) => storm[of]),
    floor: floor.map((storm) => storm[of]),
  })
  return [
    {
      ...{ ...line('perSecond', 'joins/s'), what: `${name}: joins` },
      ...(judged ? { bar: { of: 'ratio', atLeast: BARS.share } } : {}),
    },
    line('p50', 'ms'),
    line('p99', 'ms'),
    {
      ...{ what: `${name}: p99 of p50`, unit: '×', ours: storms.map(({ p50, p99 }) => p99 / p50) },
      ...(judged ? { bar: { of: 'ours', atMost: BARS.tail } } : {}),
    },
  ]
}

async function storming(client: pg.Client, people: Visitor[], join: Join): Promise<Storm> {
  const event = await plantEvent(client, { capacity: SEATS })
  const waits: number[] = []
  const began = performance.now()
  const ranks = await Promise.all(
    people.map(async (person) => {
      const rank = await join(person, event)
      waits.push(performance.now() - began)
      return rank
    }),
  )
  const seconds = (performance.now() - began) / 1000
  await checkBooks(client, event, ranks)
  return { perSecond: PEOPLE / seconds, p50: percentile(waits, 0.5), p99: percentile(waits, 0.99) }
}

/** Throws unless all seats are sold, none twice, and everybody else has a rank of their own, as they were told. */
async function checkBooks(client: pg.Client, event: string, told: (number | null)[]): Promise<void> {
  const { rows } = await client.query(
    `SELECT seats_taken, joins, (SELECT count(*)::int FROM rsvps WHERE event_id = $1 AND status = 'going') AS going,
       (SELECT count(DISTINCT position)::int FROM rsvps WHERE event_id = $1 AND status = 'waitlisted') AS waiting
     FROM events WHERE id = $1`,
    [event],
  )
  const ranks = told.flatMap((rank) => rank ?? []).sort((a, b) => a - b)
  const books = JSON.stringify([rows[0], ranks.length, ranks.every((rank, index) => rank === index + 1)])
  const counts = { seats_taken: SEATS, joins: PEOPLE, going: SEATS, waiting: PEOPLE - SEATS }
  const right = JSON.stringify([counts, PEOPLE - SEATS, true])
  if (books !== right) throw new Error(`The books are wrong: ${books} instead of ${right}`)
}
