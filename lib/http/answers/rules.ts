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
  const tag = tagOf(body)
  const all = {
    ...headers,
    'Content-Type': contentType,
    'Cache-Control': `public, max-age=${maxAge}, stale-while-revalidate=${stale}`,
    ETag: tag,
  }
  return isKnown(request, tag)
    ? new Response(null, { status: 304, headers: all })
    : new Response(body, { headers: all })
}

/** The entity tag of what `text` says, or stands for. */
export function tagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
}

/** Has the asker this very answer already (`If-None-Match`)? */
export function isKnown(request: Request, tag: string): boolean {
  const known = request.headers.get('if-none-match') ?? ''
  // A cache on the way may have weakened the tag; for GET the comparison is weak.
  return known === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
}

/** An answer for one person alone: no cache keeps it. */
export function personal(body: unknown): Response {
  return Response.json(body, { headers: { 'Cache-Control': 'private, no-store' } })
}
