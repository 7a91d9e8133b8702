import { describe, expect, it } from 'vitest'
import { clientAddressOf } from '@/lib/platform/web/client-address'

const socket = '203.0.113.9'

describe('clientAddressOf', () => {
  it.each([
    ['without a proxy, what the client says does not count', socket, '198.51.100.1', false, socket],
    ['behind a proxy, its word counts', '127.0.0.1', '198.51.100.1', true, '198.51.100.1'],
    ['only the last hop is the proxy’s word', '127.0.0.1', '10.0.0.1, 198.51.100.1', true, '198.51.100.1'],
    ['a port is left off', '127.0.0.1', '198.51.100.1:4711', true, '198.51.100.1'],
    ['an IPv6 address in brackets', '127.0.0.1', '[2001:db8::1]:4711', true, '2001:db8::1'],
    ['a bare IPv6 address', '127.0.0.1', '2001:db8::1', true, '2001:db8::1'],
    ['nonsense falls back to the socket', socket, 'unknown', true, socket],
    ['an empty last hop falls back to the socket', socket, '198.51.100.1,', true, socket],
    ['no header at all', socket, undefined, true, socket],
    ['IPv4 written as IPv6', '::ffff:203.0.113.9', undefined, false, socket],
    ['a link-local zone is left off', 'fe80::1%eth0', undefined, false, 'fe80::1'],
    ['a socket that is gone', undefined, undefined, false, 'unknown'],
  ])('%s', (_case, remoteAddress, forwardedFor, trustProxy, expected) => {
    expect(clientAddressOf({ remoteAddress, forwardedFor }, trustProxy)).toBe(expected)
  })
})
