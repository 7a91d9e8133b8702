import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { type Env, isPublicUrl } from '@/lib/env'
import { clientAddressOf } from '@/lib/platform/web/client-address'

/** Says that a request was made by this very process; its value is a secret of the process. */
export const INNER_HEADER = 'x-inner-request'

type Site = Pick<Env, 'appUrl' | 'isPublic' | 'trustProxy'>

/**
 * Replaces what a client may claim about itself by what we know. After an action's redirect, Next asks our own server
 * for the next page with the first request's headers: that inner request keeps the address of the person it is for,
 * and does not become one from loopback.
 */
export function settleHeaders(request: IncomingMessage, site: Site, innerSecret: string): void {
  const { headers } = request
  const inner = headers[INNER_HEADER] === innerSecret && typeof headers['x-client-address'] === 'string'
  const address = inner
    ? headers['x-client-address']
    : clientAddressOf(
        {
          remoteAddress: request.socket.remoteAddress,
          forwardedFor: [headers['x-forwarded-for']].flat().join(),
        },
        site.trustProxy,
      )
  for (const name of Object.keys(headers)) {
    if (name === 'forwarded' || name.startsWith('x-forwarded-') || name === 'x-real-ip') delete headers[name]
  }
  headers['x-client-address'] = address
  headers[INNER_HEADER] = innerSecret
  const { host, protocol } = new URL(site.appUrl)
  headers['x-forwarded-proto'] = protocol.slice(0, -1)
  // Next compares an action's Origin with this. A demo is also reached by the machine's address on its network.
  headers['x-forwarded-host'] = site.isPublic ? host : (headers.host ?? host)
}

/**
 * May a request with this Host be answered? An instance on a private network answers to private names alone: else a
 * page elsewhere could point its own name at 127.0.0.1 (DNS rebinding) and read the demo's mail. Behind a public
 * address the host is not looked at: no link is built from it.
 */
export function isKnownHost({ host }: IncomingHttpHeaders, isPublic: boolean): boolean {
  if (isPublic) return true
  const url = URL.parse(`http://${host ?? ''}`)
  return url !== null && url.host !== '' && !isPublicUrl(url.origin)
}
