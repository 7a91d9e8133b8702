import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { connect as connectPlain, isIP } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect as connectTls } from 'node:tls'
import {
  isPublicAddress,
  type OutsideRefusal,
  redirectOf,
  type Target,
  targetOf,
} from '@/lib/http/outside/rules'
import { ok, type Result, refuse } from '@/lib/result'

/** How much of others' patience and bytes is taken. */
export type FetchLimits = {
  /** Bytes of the body. */
  maxBytes: number
  /** Milliseconds from the first look-up to the last byte, redirects and all. */
  timeout: number
  /** The `Accept` header. */
  accept?: string
  /** Ends it early. */
  signal?: AbortSignal
}

/** The body throws OutsideError where it breaks off; whoever stops reading it lets go of the connection. */
export type PublicAnswer = {
  /** Where it was found in the end. */
  url: string
  /** The media type in lower case without parameters; empty when the server names none. */
  contentType: string
  body: AsyncIterable<Uint8Array>
  /** Lets go of a body that nobody wants to read. */
  discard(): void
}

/** A body that broke off. */
export class OutsideError extends Error {
  override name = 'OutsideError'
  readonly reason: OutsideRefusal

  constructor(reason: OutsideRefusal, options?: ErrorOptions) {
    super(`The fetch was ended: ${reason}`, options)
    this.reason = reason
  }
}

/** The world outside: how names become addresses, and addresses connections. */
export type Outside = {
  /** Every address of a host name. Throws when there is no such name. */
  lookup(host: string): Promise<string[]>
  /** A connection that is open, with TLS for `servername` unless that is null. */
  connect(to: Door, signal: AbortSignal): Promise<Duplex>
}

/** `address` is literal, and was judged: nothing is looked up again. */
export type Door = { address: string; port: number; servername: string | null }

const REDIRECTS = 3
const REDIRECTING = new Set([301, 302, 303, 307, 308])
/** Addresses of one host that are tried, and milliseconds for each. */
const ADDRESSES = 4
const CONNECT_TIMEOUT = 5_000
const HEADERS = { 'User-Agent': 'Cafetiere', 'Accept-Encoding': 'identity', Connection: 'close' }

export const OUTSIDE: Outside = {
  lookup: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  connect,
}

/**
 * The one way this server fetches an address that a person typed. Names are looked up here, each of their addresses
 * must be public, and the connection goes to the address that was judged (a second look-up could answer otherwise);
 * each redirect is judged anew. No cookie, no credentials, nothing compressed, no proxy. Answers once the headers are
 * there. Source: OWASP Server-Side Request Forgery Prevention Cheat Sheet.
 */
export async function fetchPublic(
  address: string,
  { maxBytes, timeout, accept = '*/*', signal }: FetchLimits,
  outside: Outside = OUTSIDE,
): Promise<Result<PublicAnswer, OutsideRefusal>> {
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), timeout)
  const ends = signal ? AbortSignal.any([deadline.signal, signal]) : deadline.signal
  const fetched = await follow(targetOf(address), { accept, signal: ends }, outside).catch(() =>
    refuse(ends.aborted ? ('timeout' as const) : ('unreachable' as const)),
  )
  const judged = fetched.ok ? judge(fetched.value, maxBytes) : fetched
  if (!judged.ok) {
    clearTimeout(timer)
    if (fetched.ok) fetched.value.response.destroy()
    return judged
  }
  const { target, response } = judged.value
  return ok({
    url: target.url.href,
    contentType: (response.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
    body: counted(response, maxBytes, ends, timer),
    discard() {
      clearTimeout(timer)
      response.destroy()
    },
  })
}

type Fetched = { target: Target; response: IncomingMessage }
type Asking = { accept: string; signal: AbortSignal }

async function follow(
  first: Result<Target, OutsideRefusal>,
  asking: Asking,
  outside: Outside,
): Promise<Result<Fetched, OutsideRefusal>> {
  let next = first
  for (let hop = 0; hop <= REDIRECTS; hop += 1) {
    if (!next.ok) return next
    const target = next.value
    const socket = await reach(target, asking.signal, outside)
    if (!socket.ok) return socket
    const response = await get(target, socket.value, asking)
    if (!REDIRECTING.has(response.statusCode ?? 0)) return ok({ target, response })
    response.destroy()
    next = redirectOf(target, response.headers.location)
  }
  return refuse('bad_redirect')
}

/** Looks the host up, judges all that comes back, and connects to one of just those. */
async function reach(
  { host, port, secure }: Target,
  signal: AbortSignal,
  outside: Outside,
): Promise<Result<Duplex, OutsideRefusal>> {
  const literal = isIP(host) !== 0
  const found = literal
    ? [host]
    : await beforeAbort(
        outside.lookup(host).catch(() => []),
        signal,
      )
  if (found.length === 0) return refuse('unknown_host')
  // One private address among public ones is no accident.
  if (!found.every(isPublicAddress)) return refuse('not_public')
  // Not every machine has a way to IPv6.
  const inOrder = found.toSorted((a, b) => isIP(a) - isIP(b)).slice(0, ADDRESSES)
  for (const address of inOrder) {
    const patience = AbortSignal.any([signal, AbortSignal.timeout(CONNECT_TIMEOUT)])
    const door = { address, port, servername: secure ? host : null }
    const socket = await outside.connect(door, patience).catch(() => null)
    if (socket) return ok(socket)
    signal.throwIfAborted()
  }
  return refuse('unreachable')
}

async function connect({ address, port, servername }: Door, signal: AbortSignal): Promise<Duplex> {
  const host = { host: address, port }
  // A certificate for a literal address is compared with `host`; SNI knows names only (RFC 6066 §3).
  const name = servername !== null && isIP(servername) === 0 ? { servername } : {}
  const socket =
    servername === null ? connectPlain(host) : connectTls({ ...host, ...name, ALPNProtocols: ['http/1.1'] })
  // An error after the one that is waited for has nobody else to go to.
  socket.on('error', () => {})
  try {
    await once(socket, servername === null ? 'connect' : 'secureConnect', { signal })
    return socket
  } catch (error) {
    socket.destroy()
    throw error
  }
}

function get({ url }: Target, socket: Duplex, { accept, signal }: Asking): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request({
      ...{ method: 'GET', path: `${url.pathname}${url.search}`, signal },
      headers: { ...HEADERS, Accept: accept, Host: url.host },
      createConnection: () => socket,
    })
    asked.once('response', resolve)
    asked.on('error', reject)
    // An upgrade that nobody asked for ends without an error.
    asked.once('close', () => reject(new Error('The connection was closed.')))
    asked.end()
  })
}

function judge(fetched: Fetched, maxBytes: number): Result<Fetched, OutsideRefusal> {
  const { headers, statusCode } = fetched.response
  if (statusCode !== 200) return refuse('bad_status')
  // Not asked for, so not unpacked: a megabyte of it may hold a gigabyte.
  if (!/^(identity)?$/i.test(headers['content-encoding']?.trim() ?? '')) return refuse('encoded')
  return Number(headers['content-length'] ?? 0) > maxBytes ? refuse('too_large') : ok(fetched)
}

async function* counted(
  response: IncomingMessage,
  maxBytes: number,
  ends: AbortSignal,
  timer: NodeJS.Timeout,
): AsyncGenerator<Uint8Array> {
  let bytes = 0
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.byteLength
      if (bytes > maxBytes) throw new OutsideError('too_large')
      yield chunk
    }
  } catch (cause) {
    if (cause instanceof OutsideError) throw cause
    throw new OutsideError(ends.aborted ? 'timeout' : 'unreachable', { cause })
  } finally {
    clearTimeout(timer)
    response.destroy()
  }
}

async function beforeAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const abort = () => reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  try {
    signal.throwIfAborted()
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
