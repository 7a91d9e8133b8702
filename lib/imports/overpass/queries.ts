import { errorCode } from '@/lib/errors'
import type { Answer } from './rules'

/** How a server is asked. */
export type Asking = {
  /** Address of its interpreter: https://overpass-api.de/api/interpreter */
  server: string
  /** Who asks, and where to complain. */
  userAgent: string
  /** Milliseconds for the whole answer. */
  patience: number
  /** Bytes. */
  maxBytes: number
  signal: AbortSignal
}

/** The server could not be reached, was too slow or broke off, in words that follow its name; or it says too much. */
export type Unanswered = { failed: 'silent'; why: string } | { failed: 'too_long' }

/** Asks an Overpass server one question. Throws when `signal` ends it. */
export async function askOverpass(
  question: string,
  { server, userAgent, patience, maxBytes, signal }: Asking,
): Promise<Answer | Unanswered> {
  const slow = AbortSignal.timeout(patience)
  try {
    const response = await fetch(server, {
      method: 'POST',
      body: new URLSearchParams({ data: question }),
      headers: { 'User-Agent': userAgent, Accept: 'application/json' },
      signal: AbortSignal.any([signal, slow]),
    })
    const text = await textOf(response, maxBytes)
    if (text === null) return { failed: 'too_long' }
    return { status: response.status, retryAfter: response.headers.get('retry-after'), text }
  } catch (error) {
    signal.throwIfAborted()
    if (slow.aborted) return { failed: 'silent', why: `did not answer within ${patience / 1000} s` }
    // fetch keeps the reason one level down.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    return { failed: 'silent', why: `cannot be reached, or broke off (${errorCode(cause) ?? String(cause)})` }
  }
}

async function textOf(response: Response, maxBytes: number): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
