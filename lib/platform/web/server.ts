import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Env } from '@/lib/env'
import { errorCode, OperatorError } from '@/lib/errors'
import { isKnownHost, settleHeaders } from '@/lib/platform/web/request-headers'
import { isReadable } from '@/lib/platform/web/request-target'

export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

export type WebServer = {
  /** The port it listens on: the asked one, or the system's choice for 0. */
  port: number
  /** From now on `handler` answers; until then everybody is told to wait a moment. */
  serve(handler: Handler): void
  /** Takes no more requests, lets those under way end, and cuts what is left after STOP_TIMEOUT. */
  stop(): Promise<void>
}

/** All in milliseconds, but the header limits (bytes, count). A slow client must not hold a connection for ever. */
const LIMITS = { maxHeaderSize: 16_384, headersTimeout: 15_000, requestTimeout: 60_000 }
/** Longer than the 60 s that reverse proxies keep an idle connection: the side that reuses it must close it first. */
const KEEP_ALIVE = 65_000
const MAX_HEADERS = 100
const STOP_TIMEOUT = 5_000

/**
 * Listens at once, so that a taken port shows before the slow steps of a start. It stands before Next: nothing that a
 * client claims about its address or about other hosts gets past it.
 */
export async function openWebServer(
  site: Pick<Env, 'port' | 'appUrl' | 'isPublic' | 'trustProxy'>,
): Promise<WebServer> {
  const innerSecret = randomBytes(24).toString('base64url')
  let handler: Handler = tellToWait
  const server = createServer({ ...LIMITS, keepAliveTimeout: KEEP_ALIVE }, (request, response) => {
    if (!isKnownHost(request.headers, site.isPublic)) return refuseHost(response)
    if (!isReadable(request.url ?? '/')) return refuseTarget(response)
    settleHeaders(request, site, innerSecret)
    return handler(request, response)
  })
  server.maxHeadersCount = MAX_HEADERS
  const port = await listen(server, site.port)
  return {
    port,
    serve(next) {
      handler = next
    },
    stop: () => close(server),
  }
}

function listen(server: Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  server.once('error', (cause) => reject(portProblem(cause, port)))
  server.listen(port, () => resolve((server.address() as AddressInfo).port))
  return promise
}

function portProblem(cause: Error, port: number): Error {
  const other = port < 65_535 ? port + 1 : 3000
  if (errorCode(cause) === 'EADDRINUSE') {
    return new OperatorError(
      `Port ${port} is taken by another program. Stop that program, or use another port: PORT=${other} npm start`,
      { cause },
    )
  }
  if (errorCode(cause) === 'EACCES') {
    return new OperatorError(
      `This account may not listen on port ${port}. Use one above 1023: PORT=${other} npm start`,
      { cause },
    )
  }
  return cause
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A browser keeps its connection open after the answer: it is closed as soon as it is idle.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const cut = setTimeout(() => server.closeAllConnections(), STOP_TIMEOUT)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}

function tellToWait(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '5', Refresh: '3' })
  response.end('Un instant, le café coule. / One moment, the coffee is brewing.\n')
}

function refuseHost(response: ServerResponse): void {
  response.writeHead(421, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' })
  response.end('This server does not answer to that host name. Set APP_URL to the address people use.\n')
}

function refuseTarget(response: ServerResponse): void {
  response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(
    'Cette adresse est abîmée : vérifiez-la. / This address is damaged: check how it is written.\n',
  )
}
