import { BlockList, isIP } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressBytes, isPublicAddress, redirectOf, targetOf } from './rules'

describe('isPublicAddress', () => {
  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.9.9.9', '169.254.169.254'],
    ...[
      '172.16.0.1',
      '172.31.255.255',
      '192.0.0.8',
      '192.0.2.1',
      '192.168.1.1',
      '198.18.0.1',
      '198.19.255.1',
    ],
    ...['198.51.100.7', '203.0.113.9', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...[
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '::ffff:7f00:1',
      '::7f00:1',
      'fe80::1',
      'fe80::1%eth0',
    ],
    ...[
      'fc00::1',
      'fd12:3456::1',
      'fec0::1',
      'ff02::1',
      '2001::1',
      '2001:db8::1',
      '2002:7f00:1::',
      '3fff::1',
    ],
    ...['64:ff9b::10.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::1', '100::1', '5f00::1', '4000::1'],
    ...[
      '',
      'localhost',
      '1.2.3',
      '1.2.3.4.5',
      '256.1.1.1',
      '1::2::3',
      '1:2:3:4:5:6:7',
      '1:2:3:4:5:6:7:8:9',
      '12345::',
    ],
  ])('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each([
    ...['1.1.1.1', '9.255.255.255', '11.0.0.0', '100.63.0.1', '100.128.0.1', '172.15.0.1', '172.32.0.1'],
    ...['192.169.0.1', '198.17.0.1', '223.255.255.255', '2a00:1450:4007::200e', '2606:4700::1111', '3ffe::1'],
    ...['2001:200::1', '64:ff9b::8.8.8.8'],
  ])('lets %s through', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it('agrees with the system on what is private, anywhere in the IPv4 space', () => {
    const blocked = new BlockList()
    for (const [net, bits] of [
      ['10.0.0.0', 8],
      ['172.16.0.0', 12],
      ['192.168.0.0', 16],
      ['100.64.0.0', 10],
      ['127.0.0.0', 8],
      ['169.254.0.0', 16],
    ] as const)
      blocked.addSubnet(net, bits)
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        if (blocked.check(address)) expect(isPublicAddress(address)).toBe(false)
      }),
      { numRuns: 5_000 },
    )
  })

  it('reads every IPv6 address that the system reads, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV6(), fc.string({ unit: fc.constantFrom(...'0aF:.1') })), (text) => {
        expect(addressBytes(text) !== null).toBe(isIP(text) !== 0)
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('targetOf', () => {
  it.each([
    ['https://example.org/a.jpg', { host: 'example.org', port: 443, secure: true }],
    ['http://EXAMPLE.org.:8080/', { host: 'example.org', port: 8080, secure: false }],
    ['https://[2606:4700::1111]/', { host: '2606:4700::1111', port: 443 }],
    ['https://bücher.example/', { host: 'xn--bcher-kva.example' }],
  ])('reads %s', (typed, target) => {
    expect(targetOf(typed)).toMatchObject({ ok: true, value: target })
  })

  it.each([
    ...['', 'example.org/a.jpg', 'ftp://example.org/', 'file:///etc/passwd', 'javascript:0', 'data:,a'],
    ...[
      'https://ada:secret@example.org/',
      'https://ada@example.org/',
      'https://example.org:22/',
      'http://example.org:6379/',
    ],
    `https://example.org/${'a'.repeat(2_000)}`,
  ])('takes %s for no address', (typed) => {
    expect(targetOf(typed)).toEqual({ ok: false, reason: 'bad_address' })
  })

  it.each([
    ...[
      'http://localhost/',
      'http://a.localhost/',
      'http://printer.local/',
      'http://db.internal/',
      'http://intranet/',
    ],
    ...['http://127.0.0.1/', 'http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://127.1/'],
    ...[
      'http://[::1]/',
      'http://[::ffff:127.0.0.1]/',
      'http://169.254.169.254/latest/meta-data/',
      'http://router.home.arpa./',
    ],
  ])('keeps away from %s', (typed) => {
    expect(targetOf(typed)).toEqual({ ok: false, reason: 'not_public' })
  })
})

it('judges where a redirect leads as if it had been typed, and stays in TLS', () => {
  const from = targetOf('https://example.org/a/b')
  if (!from.ok) throw new Error(from.reason)
  const led = (location?: string) => {
    const next = redirectOf(from.value, location)
    return next.ok ? next.value.url.href : next.reason
  }
  expect(led('../c.jpg')).toBe('https://example.org/c.jpg')
  expect(led('https://cdn.example.net/c.jpg')).toBe('https://cdn.example.net/c.jpg')
  expect(led('http://example.org/c.jpg')).toBe('bad_redirect')
  expect(led(undefined)).toBe('bad_redirect')
  expect(led('https://127.0.0.1/')).toBe('not_public')
  expect(led('gopher://example.org/')).toBe('bad_address')
})
