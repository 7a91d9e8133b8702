import { createHash } from 'node:crypto'
import path from 'node:path'
import { env } from '@/lib/env'
import { errorCode } from '@/lib/errors'
import { fetchPublic, OUTSIDE, type Outside, OutsideError } from '@/lib/http/fetch-public'
import { log } from '@/lib/log'
import { ok, type Result, refuse } from '@/lib/result'
import { dropOldest, type KeptPhoto, keepPhoto, openKept } from './disk'
import { photoUrl } from './queries'
import { isPhotoType, PHOTO_TYPES } from './rules'

const MEGABYTE = 1_000_000
const LIMITS = { maxBytes: 8 * MEGABYTE, timeout: 15_000, accept: PHOTO_TYPES.join(', ') }
/** Bytes of all pictures together. */
const CEILING = 500 * MEGABYTE
/** Milliseconds after which a picture is asked for again, and after which one that failed is. */
const FRESH = 30 * 86_400_000
const PATIENCE = 5 * 60_000
/** Pictures fetched at the same time. */
const AT_ONCE = 12
const REMEMBERED = 1_000

export type PhotoPlace = { folder: string; ceiling: number; outside: Outside }

/** Fetches under way by file: a crowd before one picture asks for it once. */
const underWay = new Map<string, Promise<boolean>>()
/** When a file could not be had, in milliseconds; the first to fail stands first. */
const failedAt = new Map<string, number>()

/**
 * A space's picture from this server's disk, where it is fetched to when somebody first wants it. `unknown`: there is no
 * such picture; `failed`: it cannot be had now, or is none.
 */
export async function openPhoto(
  id: string,
  now: Date,
  place: Partial<PhotoPlace> = {},
): Promise<Result<KeptPhoto, 'unknown' | 'failed'>> {
  const url = await photoUrl(id)
  if (url === null) return refuse('unknown')
  const { folder = path.join(env().dataDir, 'cache', 'photos'), ceiling = CEILING, outside = OUTSIDE } = place
  const file = path.join(folder, createHash('sha256').update(url).digest('hex'))
  const kept = await openKept(file)
  if (kept && now.getTime() - kept.keptAt.getTime() < FRESH) return ok(kept)
  const fetched = await once(file, now, () => keep(url, file, { folder, ceiling, outside }))
  // An old picture is better than none.
  if (!fetched) return kept ? ok(kept) : refuse('failed')
  await kept?.handle.close()
  const renewed = await openKept(file)
  return renewed ? ok(renewed) : refuse('failed')
}

async function once(file: string, now: Date, fetchIt: () => Promise<boolean>): Promise<boolean> {
  const waited = now.getTime() - (failedAt.get(file) ?? Number.NEGATIVE_INFINITY)
  const fetching = underWay.get(file)
  if (fetching) return fetching
  if (waited < PATIENCE || underWay.size >= AT_ONCE) return false
  const begun = fetchIt().finally(() => underWay.delete(file))
  underWay.set(file, begun)
  const fetched = await begun
  failedAt.delete(file)
  if (!fetched) failedAt.set(file, now.getTime())
  const [first] = failedAt.keys()
  if (failedAt.size > REMEMBERED && first !== undefined) failedAt.delete(first)
  return fetched
}

async function keep(url: string, file: string, { folder, ceiling, outside }: PhotoPlace): Promise<boolean> {
  try {
    const answer = await fetchPublic(url, LIMITS, outside)
    if (!answer.ok) return told(answer.reason)
    const { contentType, body, discard } = answer.value
    if (!isPhotoType(contentType)) {
      discard()
      return told('bad_type')
    }
    if (!(await keepPhoto(file, body))) return told('bad_bytes')
    await dropOldest(folder, ceiling)
    return true
  } catch (error) {
    return told(error instanceof OutsideError ? error.reason : (errorCode(error) ?? 'unknown'))
  }
}

function told(reason: string): false {
  log.warn({ reason }, 'a picture of a space could not be had')
  return false
}
