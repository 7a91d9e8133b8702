import { createHash } from 'node:crypto'

/** Seconds, where nothing else is asked for. */
const STALE = 600

/** What a cache needs to know of an answer that is the same for everybody. */
export type Shared = {
  contentType: string
  /** Seconds that a cache may keep it. */
  maxAge: number
  /** Seconds more that it may show it while it asks for a newer one. */
  stale?: number
  headers?: Record<string, string>
}

/** A public answer with an entity tag; 304 when the asker has it already (RFC 9110 §8.8.3, §13.1.2). */
export function shared(
  request: Request,
  body: string,
  { contentType, maxAge, stale = STALE, headers }: Shared,
): Response {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const all = {
    ...headers,
    'Content-Type': contentType,
    'Cache-Control': `public, max-age=${maxAge}, stale-while-revalidate=${stale}`,
    ETag: tag,
  }
  const known = request.headers.get('if-none-match') ?? ''
  // A cache on the way may have weakened the tag; for GET the comparison is weak.
  const same = known === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
  return same ? new Response(null, { status: 304, headers: all }) : new Response(body, { headers: all })
}

/** An answer for one person alone: no cache keeps it. */
export function personal(body: unknown): Response {
  return Response.json(body, { headers: { 'Cache-Control': 'private, no-store' } })
}
