import { describe, expect, it } from 'vitest'
import { lanAddress } from '@/lib/platform/web/addresses'

const v4 = (address: string, internal = false) => ({ address, family: 'IPv4' as const, internal })
const v6 = (address: string) => ({ address, family: 'IPv6' as const, internal: false })

describe('lanAddress', () => {
  it('finds the Wi-Fi among loopback, containers and tunnels', () => {
    const interfaces = {
      lo: [v4('127.0.0.1', true)],
      docker0: [v4('172.17.0.1')],
      tailscale0: [v4('10.64.0.3')],
      wlp2s0: [v6('fe80::1'), v4('192.168.1.20')],
    }
    expect(lanAddress(interfaces)).toBe('192.168.1.20')
  })

  it('prefers a home network to an office one', () => {
    expect(lanAddress({ eth0: [v4('10.1.2.3')], en0: [v4('192.168.0.7')] })).toBe('192.168.0.7')
    expect(lanAddress({ eth0: [v4('10.1.2.3')] })).toBe('10.1.2.3')
  })

  it('offers no public address, and nothing when there is no network', () => {
    expect(lanAddress({ eth0: [v4('203.0.113.5')] })).toBeNull()
    expect(lanAddress({ lo: [v4('127.0.0.1', true)] })).toBeNull()
  })
})
