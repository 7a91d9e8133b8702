import { isIP } from 'node:net'

/** Where a request came from: the socket's far end, and what it says about hops before that. */
export type Hop = { remoteAddress: string | undefined; forwardedFor: string | undefined }

/**
 * The client's IP address. Only with `trustProxy` does X-Forwarded-For count, and only its last entry: that one was
 * added by our own proxy, whatever stands before it was typed by the client.
 */
export function clientAddressOf({ remoteAddress, forwardedFor }: Hop, trustProxy: boolean): string {
  const last = trustProxy ? forwardedFor?.split(',').at(-1) : undefined
  return asAddress(last) ?? asAddress(remoteAddress) ?? 'unknown'
}

/** A bare address: without port, brackets, zone, or the IPv6 way of writing IPv4. */
function asAddress(text: string | undefined): string | null {
  const bare = (text ?? '')
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '')
  return isIP(bare) ? bare : null
}
