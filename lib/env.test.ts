import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { env, isPublicUrl, parseEnv } from './env'

const SECRET = 's'.repeat(32)
const PUBLIC = {
  APP_URL: 'https://cafe.example.org',
  SMTP_URL: 'smtps://mail.example.org',
  AUTH_SECRET: SECRET,
}

function settings(source: Record<string, string>) {
  const parsed = parseEnv(source)
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'))
  return parsed.env
}

function problems(source: Record<string, string>): string[] {
  const parsed = parseEnv(source)
  return parsed.ok ? [] : parsed.problems
}

describe('an environment that says nothing', () => {
  it('is a demo on this machine', () => {
    expect(settings({})).toMatchObject({
      port: 3000,
      appUrl: 'http://localhost:3000',
      isPublic: false,
      demo: true,
      databaseUrl: '',
      dataDir: path.resolve('.data'),
      smtpUrl: null,
      mailFrom: 'Cafetière <no-reply@localhost>',
    })
  })

  it('is meant by empty values, as a .env file has them', () => {
    expect(settings({ PORT: '', APP_URL: '', SMTP_URL: '', AUTH_SECRET: '' })).toEqual(settings({}))
  })

  it('listens and links at the same port', () => {
    expect(settings({ PORT: '8080' })).toMatchObject({ port: 8080, appUrl: 'http://localhost:8080' })
  })
})

describe('administrators', () => {
  it('are named by their addresses, as people type them', () => {
    expect(settings({}).admins).toEqual([])
    expect(settings({ ADMIN_EMAILS: ' Ada@Example.org ,grace@example.org, ' }).admins).toEqual([
      'ada@example.org',
      'grace@example.org',
    ])
    expect(problems({ ADMIN_EMAILS: 'ada@example.org; grace' })).toEqual([
      expect.stringContaining('ADMIN_EMAILS must be at most 20 addresses separated by commas'),
    ])
  })
})

it('asks no geocoder but the one that is named', () => {
  expect(settings({})).toMatchObject({ geocoder: 'none', geocoderUrl: null })
  const url = 'http://10.0.0.2/search'
  expect(settings({ GEOCODER: 'ban', GEOCODER_URL: url })).toMatchObject({
    geocoder: 'ban',
    geocoderUrl: url,
  })
  expect(problems({ GEOCODER: 'google' })[0]).toMatch(/^GEOCODER must be one of none, ban, photon, nominatim/)
  expect(problems({ GEOCODER_URL: 'somewhere' })[0]).toMatch(/^GEOCODER_URL must be an address/)
})

it('asks the public Overpass server for places, or another', () => {
  expect(settings({}).overpassUrl).toBe('https://overpass-api.de/api/interpreter')
  expect(settings({ OVERPASS_URL: 'http://10.0.0.2/api/interpreter' }).overpassUrl).toBe(
    'http://10.0.0.2/api/interpreter',
  )
  expect(problems({ OVERPASS_URL: 'overpass-api.de' })[0]).toMatch(/^OVERPASS_URL must be an address/)
})

it('has the jobs done inside the start, unless told otherwise', () => {
  expect(settings({}).worker).toBe(true)
  expect(settings({ WORKER: '0' }).worker).toBe(false)
})

describe('mail', () => {
  it('leaves by the demo’s own server, until a real one is given', () => {
    const demo = settings({ DEMO_SMTP_URL: 'smtp://127.0.0.1:2525' })
    expect(demo).toMatchObject({ demo: true, smtpUrl: 'smtp://127.0.0.1:2525' })
    const real = settings({ DEMO_SMTP_URL: 'smtp://127.0.0.1:2525', SMTP_URL: 'smtp://mail.lan' })
    expect(real).toMatchObject({ demo: false, smtpUrl: 'smtp://mail.lan' })
  })
})

describe('a public address', () => {
  it('is served with what it needs', () => {
    expect(settings(PUBLIC)).toMatchObject({
      isPublic: true,
      demo: false,
      appUrl: 'https://cafe.example.org',
    })
    expect(settings({ ...PUBLIC, APP_URL: 'https://cafe.example.org/' }).appUrl).toBe(
      'https://cafe.example.org',
    )
  })

  it('says everything that is missing at once', () => {
    const said = problems({ APP_URL: 'http://cafe.example.org' })
    expect(said).toHaveLength(3)
    expect(said[0]).toContain('must start with https://')
    expect(said[1]).toContain('SMTP_URL is missing')
    expect(said[2]).toContain('AUTH_SECRET is missing')
  })

  it.each([
    ['https://cafe.example.org', true],
    ['https://93.184.216.34', true],
    ['https://172.32.0.1', true],
    ['http://localhost:3000', false],
    ['http://127.0.0.1:3000', false],
    ['http://[::1]:3000', false],
    ['http://192.168.1.20:3000', false],
    ['http://10.0.0.2', false],
    ['http://172.16.0.9', false],
    ['http://cafe.local', false],
    ['http://nas', false],
  ])('%s is public: %s', (url, expected) => {
    expect(isPublicUrl(url)).toBe(expected)
  })
})

describe('a wrong value is said with its name and how to mend it', () => {
  it.each([
    ['PORT', '0', 'from 1 to 65535'],
    ['PORT', '65536', 'from 1 to 65535'],
    ['PORT', '3000x', 'from 1 to 65535'],
    ['APP_URL', 'cafe.example.org', 'https://cafe.example.org'],
    ['APP_URL', 'ftp://cafe.example.org', 'https://cafe.example.org'],
    ['APP_URL', 'http://localhost/cafe', 'without a path'],
    ['DATABASE_URL', 'mysql://db.example.org/cafe', 'postgresql://'],
    ['AUTH_SECRET', 'short', 'at least 32 characters'],
    ['SMTP_URL', 'mail.example.org', 'smtps://'],
    ['MAIL_FROM', 'nobody', 'Cafetière <hello@example.org>'],
    ['MAIL_FROM', 'A <a@example.org>\nBcc: b@example.org', 'Cafetière <hello@example.org>'],
    ['BASEMAP_URL', 'https://tiles.example.org/{z}/{x}.png', 'must contain {z}, {x} and {y}'],
    ['TRUST_PROXY', 'yes', 'must be 1 or 0'],
    ['LEGAL_SIRET', '123', '14 digits'],
    ['HELP_COUNTRY', 'France', 'must be two capitals'],
    ['HELP_LINES', '[{"name":"x"}]', 'must be JSON such as'],
    ['HELP_LINES', 'SOS', 'must be JSON such as'],
    ['VIDEO_URL', 'meet', 'must be an address'],
    ['INSTANCE_NAME', 'x'.repeat(61), 'at most 60 characters'],
  ])('%s=%j', (name, value, advice) => {
    const said = problems({ [name]: value })
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(new RegExp(`^${name} .*\\.$`))
    expect(said[0]).toContain(advice)
  })

  it('takes a SIRET as it is printed, with spaces', () => {
    expect(settings({ LEGAL_SIRET: '123 456 789 00012' }).legal.siret).toBe('12345678900012')
  })
})

it('refuses to run without what the start sets, and names the start', () => {
  vi.stubEnv('DATABASE_URL', '')
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  expect(() => env()).toThrow('DATABASE_URL not set: start with `npm start`')
})
