import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { errorCode } from '@/lib/errors'
import { keyed } from '@/lib/secrets'
import { ADAPTERS, type Answer, addressOf, keptFor, keyOf, OWN_GAP } from './rules'
import { type Found, foundSchema, type Question, type Service } from './schema'

/** The geocoder of this instance. */
export type Geocoder = { service: Service; server: string; gap: number; typing: boolean; attribution: string }

/** Null where the operator wants none. */
export function geocoder(): Geocoder | null {
  const { geocoder: service, geocoderUrl } = env()
  if (service === 'none') return null
  const { url, gap, typing, attribution } = ADAPTERS[service]
  return { service, server: geocoderUrl ?? url, gap: geocoderUrl ? OWN_GAP : gap, typing, attribution }
}

/** What stands for a question in the cache: nobody reads from it what somebody typed. */
export const cacheKey = (server: string, question: Question): string =>
  keyed(env().authSecret, 'geocoder', keyOf(server, question)).toString('base64url')

/** What was answered before and is still good; null when nobody asked. */
export async function kept(key: string, now: Date): Promise<Found[] | null> {
  const row = await db.geocoderAnswer.findUnique({ where: { key } })
  if (!row) return null
  const places = foundSchema.catch([]).parse(row.places)
  return now.getTime() - row.askedAt.getTime() < keptFor(places) ? places : null
}

/** Bytes: five places are some kilobytes. */
const MAX_BYTES = 200_000

/** Asks a geocoder over the network, from here and without a word of who wants to know. Null when it does not answer in time. */
export async function ask(
  { service, server }: Pick<Geocoder, 'service' | 'server'>,
  question: Question,
  patience: number,
): Promise<Answer | { silent: string }> {
  const { appUrl, isPublic } = env()
  try {
    const response = await fetch(addressOf(service, server, question), {
      headers: {
        'User-Agent': `Cafetiere/1.0${isPublic ? ` (+${appUrl})` : ''}`,
        Accept: 'application/json',
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    const text = await textOf(response)
    return { status: response.status, retryAfter: response.headers.get('retry-after'), text }
  } catch (error) {
    // fetch keeps the reason one level down.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    return { silent: errorCode(cause) ?? (error instanceof Error ? error.name : String(error)) }
  }
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    // Cut short it is no data, and is taken for that.
    if (bytes > MAX_BYTES) break
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
