import pg from 'pg'
import { tell } from '@/bench/report'
import { plant } from './data'

/** A database for each number of places: the one given, and copies of it as it is empty. */
export async function copies(databaseUrl: string, places: number[]): Promise<string[]> {
  const urls = places.map((count, i) => (i === 0 ? databaseUrl : named(databaseUrl, `places_${count}`)))
  const admin = new pg.Client({ connectionString: named(databaseUrl, 'postgres') })
  await admin.connect()
  for (const url of urls.slice(1))
    await admin.query(`CREATE DATABASE ${nameOf(url)} TEMPLATE ${nameOf(databaseUrl)}`)
  await admin.end()
  for (const [i, url] of urls.entries()) {
    tell(`planting ${places[i]} places and a fifth as many events`)
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await plant(client, places[i] ?? 0)
    await client.end()
  }
  return urls
}

const nameOf = (url: string) => new URL(url).pathname.slice(1)

function named(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = name
  return other.href
}
