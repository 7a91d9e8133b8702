import { describe, expect, it } from 'vitest'
import {
  allowedMethods,
  contentSecurityPolicy,
  isPrivateHost,
  isTrustedWrite,
  securityHeaders,
  type WriteOrigin,
} from './rules'

const SITE = { appUrl: 'https://cafe.example.org', isPublic: true }
const DEMO = { appUrl: 'http://localhost:3000', isPublic: false }

/** A form posted by a browser from the site's own page. */
const own: WriteOrigin = {
  method: 'POST',
  path: '/fr/events/1/lunch',
  origin: 'https://cafe.example.org',
  host: 'cafe.example.org',
  secFetchSite: 'same-origin',
  contentType: 'multipart/form-data; boundary=x',
}
const program: WriteOrigin = {
  ...own,
  ...{ path: '/api/v1/events/1/rsvp', origin: null, secFetchSite: null, contentType: null },
}
const trusted = (change: Partial<WriteOrigin>, site = SITE) => isTrustedWrite({ ...own, ...change }, site)

describe('a write', () => {
  it('from our own page is taken', () => {
    expect(trusted({})).toBe(true)
    expect(trusted({ secFetchSite: null })).toBe(true)
    expect(trusted({ method: 'DELETE', path: '/api/v1/events/1/rsvp' })).toBe(true)
  })

  it.each<[string, Partial<WriteOrigin>]>([
    ['another site', { origin: 'https://evil.example' }],
    ['a sandboxed page', { origin: 'null' }],
    ['a form without an origin', { origin: null }],
    ['a form without any header', { origin: null, secFetchSite: null }],
    ['the same host without TLS', { origin: 'http://cafe.example.org' }],
    ['another port', { origin: 'https://cafe.example.org:8443' }],
    ['a subdomain', { origin: 'https://x.cafe.example.org', secFetchSite: 'same-site' }],
    ['a name that begins like ours', { origin: 'https://cafe.example.org.evil.example' }],
    ['a forged host that matches its origin', { origin: 'http://evil.example', host: 'evil.example' }],
    ['a private address, on a public site', { origin: 'http://192.168.1.5', host: '192.168.1.5' }],
    ['the address bar', { secFetchSite: 'none' }],
    ['a lying origin', { secFetchSite: 'cross-site' }],
  ])('from %s is refused', (_, change) => {
    expect(trusted(change)).toBe(false)
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'post'])(
    'is any method that is not a read: %s',
    (method) => {
      expect(trusted({ method, origin: 'https://evil.example' })).toBe(false)
    },
  )

  it.each(['GET', 'HEAD', 'OPTIONS'])('%s changes nothing and is let through', (method) => {
    expect(trusted({ method, origin: 'https://evil.example', secFetchSite: 'cross-site' })).toBe(true)
  })
})

describe('a program', () => {
  it.each([null, 'application/json', 'application/json; charset=utf-8'])(
    'may call the API with %s',
    (contentType) => {
      expect(trusted({ ...program, contentType })).toBe(true)
    },
  )

  it.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'TEXT/PLAIN; charset=utf-8',
  ])('may not send %s, which a foreign form can', (contentType) => {
    expect(trusted({ ...program, contentType })).toBe(false)
  })

  it('may not call a page', () => {
    expect(trusted({ ...program, path: '/fr/events/1/lunch' })).toBe(false)
    expect(trusted({ ...program, path: '/apiary' })).toBe(false)
  })

  it('is not a browser in disguise', () => {
    expect(trusted({ ...program, secFetchSite: 'cross-site' })).toBe(false)
  })
})

describe('one click in a mail program (RFC 8058)', () => {
  const click = { ...program, path: '/api/leave/abc.def', contentType: 'application/x-www-form-urlencoded' }

  it('needs no origin: the token is the authority', () => {
    expect(trusted(click)).toBe(true)
    expect(trusted({ ...click, path: '/api/unsubscribe/abc.def' })).toBe(true)
    expect(trusted({ ...click, path: '/api/never/abc.def' })).toBe(true)
  })

  it('opens that address alone, and not to foreign pages', () => {
    expect(trusted({ ...click, path: '/api/leave/abc/more' })).toBe(false)
    expect(trusted({ ...click, path: '/api/leave/' })).toBe(false)
    expect(trusted({ ...click, path: '/api/unsubscribe' })).toBe(false)
    expect(trusted({ ...click, origin: 'https://evil.example' })).toBe(false)
    expect(trusted({ ...click, origin: 'null' })).toBe(false)
    expect(trusted({ ...click, secFetchSite: 'cross-site' })).toBe(false)
  })
})

describe('a demo on the local network', () => {
  it.each([
    '192.168.1.5:3000',
    '10.0.0.2',
    '172.16.0.1',
    '172.31.9.9',
    '[fe80:0:0:0::1]:3000',
    'localhost:3000',
  ])('is reached at %s', (host) => {
    expect(isPrivateHost(host)).toBe(true)
    expect(trusted({ origin: `http://${host}`, host }, DEMO)).toBe(true)
  })

  it.each([
    'evil.example',
    '8.8.8.8',
    '172.32.0.1',
    '192.168.1.5.evil.example',
    'localhost.evil.example',
    '',
  ])('is not reached at %s', (host) => {
    expect(isPrivateHost(host)).toBe(false)
    expect(trusted({ origin: `http://${host}`, host }, DEMO)).toBe(false)
  })

  it('takes no write from another machine of that network', () => {
    expect(trusted({ origin: 'http://192.168.1.6', host: '192.168.1.5' }, DEMO)).toBe(false)
    expect(trusted({ origin: 'http://192.168.1.5', host: null }, DEMO)).toBe(false)
  })
})

describe('the policy of a page', () => {
  const page = {
    nonce: 'abc',
    basemapUrl: 'https://{s}.tiles.example.org/{z}/{x}/{y}.png',
    https: true,
    dev: false,
    videoUrl: null,
  }
  const directive = (policy: string, name: string) =>
    policy.split('; ').find((one) => one === name || one.startsWith(`${name} `))

  it('runs only scripts that carry the nonce, and evaluates none', () => {
    const policy = contentSecurityPolicy(page)
    expect(directive(policy, 'script-src')).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'")
    expect(policy).not.toContain('unsafe')
  })

  it('takes styles from inside the page by their digest, and no others', () => {
    const policy = contentSecurityPolicy({ ...page, styles: '-_8' })
    expect(directive(policy, 'style-src')).toBe("style-src 'self' 'nonce-abc' 'sha256-+/8='")
    expect(directive(contentSecurityPolicy(page), 'style-src')).toBe("style-src 'self' 'nonce-abc'")
  })

  it('asks nobody but ourselves and the map', () => {
    const policy = contentSecurityPolicy(page)
    expect(policy.match(/https?:\/\/[^ ;]+/g)).toEqual(['https://*.tiles.example.org'])
    expect(directive(policy, 'img-src')).toContain('https://*.tiles.example.org')
  })

  it('is framed by nobody, has no base and posts to itself', () => {
    const policy = contentSecurityPolicy(page)
    for (const name of ['frame-ancestors', 'base-uri', 'object-src'])
      expect(directive(policy, name)).toBe(`${name} 'none'`)
    expect(directive(policy, 'form-action')).toBe("form-action 'self'")
  })

  it('holds no frame but the rooms of the video server, which alone may use camera and microphone', () => {
    expect(directive(contentSecurityPolicy(page), 'frame-src')).toBe("frame-src 'none'")
    const videoUrl = 'https://meet.example.org/rooms'
    expect(directive(contentSecurityPolicy({ ...page, videoUrl }), 'frame-src')).toBe(
      'frame-src https://meet.example.org',
    )
    const permissions = (url: string | null) => new Map(securityHeaders(true, url)).get('Permissions-Policy')
    expect(permissions(null)).toContain('camera=(self), microphone=(),')
    expect(permissions(videoUrl)).toContain('microphone=(self "https://meet.example.org"),')
  })

  it('upgrades to TLS where there is TLS', () => {
    expect(directive(contentSecurityPolicy(page), 'upgrade-insecure-requests')).toBeDefined()
    expect(
      directive(contentSecurityPolicy({ ...page, https: false }), 'upgrade-insecure-requests'),
    ).toBeUndefined()
  })
})

it('sends the safe headers always, and asks for TLS only where there is TLS', () => {
  const names = (https: boolean) => securityHeaders(https, null).map(([name]) => name)
  expect(Object.fromEntries(securityHeaders(false, null))).toMatchObject({
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
  })
  expect(names(true)).toContain('Strict-Transport-Security')
  expect(names(false)).not.toContain('Strict-Transport-Security')
})

it('names the methods that each address of the API answers to', () => {
  expect(allowedMethods('/api/v1/events')).toEqual(['GET', 'HEAD', 'OPTIONS'])
  expect(allowedMethods('/api/v1/events/0198/rsvp')).toEqual(['POST', 'DELETE', 'OPTIONS'])
  expect(allowedMethods('/fr/events')).toBeNull()
  expect(allowedMethods('/api/towns')).toBeNull()
})
