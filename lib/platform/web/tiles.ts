import type { IncomingMessage, ServerResponse } from 'node:http'
import { now } from '@/lib/clock'
import { securityHeaders } from '@/lib/http/rules'
import { log } from '@/lib/log'
import { mapMemory } from '@/lib/map/memory/queries'
import { tileAnswer } from '@/lib/map/tiles/queries'
import type { Handler } from '@/lib/platform/web/server'

type Site = { appUrl: string; videoUrl: string | null }

const TILE = /^\/api\/map\/(\d+)\/(\d+)\/(\d+)(?:\?|$)/
/** Bytes. A longer body is worth compressing, which is done for pages: six short ones are less than 5 kB as they are. */
const SHORT = 800

/**
 * Answers for a tile that is in memory, as the route does (app/api/map) and with the same headers, but without all that
 * Next does for a page: a map asks for six at each move. False: somebody else has to answer.
 */
export function answerTile(
  { appUrl, videoUrl }: Site,
  request: IncomingMessage,
  response: ServerResponse,
  otherwise: Handler,
): boolean {
  const { method, url = '' } = request
  const found = TILE.exec(url)
  if (method !== 'GET' || !found || !mapMemory()) return false
  const [, z, x, y] = found
  const known = request.headers['if-none-match']
  const asked = new Request(new URL(url, appUrl), known ? { headers: { 'If-None-Match': known } } : {})
  tileAnswer(asked, { z, x, y }, now())
    .then(async (answer) => {
      const body = Buffer.from(await answer.arrayBuffer())
      if (body.length > SHORT) return otherwise(request, response)
      response.writeHead(
        answer.status,
        [
          ...securityHeaders(appUrl.startsWith('https://'), videoUrl),
          ...answer.headers,
          ...(answer.status === 304 ? [] : [['Content-Length', String(body.length)] as [string, string]]),
          ['Vary', 'Accept-Encoding'],
        ].flat(),
      )
      return response.end(body)
    })
    .catch((err) => {
      log.error({ err }, 'a tile could not be answered from memory')
      if (!response.headersSent) otherwise(request, response)
    })
  return true
}
