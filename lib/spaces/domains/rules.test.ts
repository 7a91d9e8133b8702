import { describe, expect, it, test } from 'vitest'
import { codeBySite, isAtSite, isShared, SETTLES, siteOf } from './rules'

test.each([
  ['https://www.bulle-exemple.fr/contact', 'bulle-exemple.fr', 'bulle-exemple.fr'],
  ['http://coworking.mairie-exemple.fr', 'mairie-exemple.fr', 'coworking.mairie-exemple.fr'],
  ['https://The-Desk.co.uk:8080/', 'the-desk.co.uk', 'the-desk.co.uk'],
  ['https://café-exemple.fr', 'xn--caf-exemple-dbb.fr', 'xn--caf-exemple-dbb.fr'],
  ['https://bulle.github.io/x', 'bulle.github.io', 'bulle.github.io'],
])('%s is at %s', (website, domain, host) => {
  expect(siteOf(website)).toEqual({ domain, host })
})

test.each([
  null,
  '',
  'bulle-exemple.fr',
  'ftp://bulle-exemple.fr',
  'mailto:a@bulle-exemple.fr',
  'javascript:alert(1)',
  'https://192.0.2.7/',
  'https://[2001:db8::1]/',
  'http://localhost:3000',
  'https://intranet',
  'https://co.uk/',
  'https://bulle.invented/',
])('%s has no domain of its own', (website) => {
  expect(siteOf(website)).toBeNull()
})

describe('a mailbox anybody can have proves nothing', () => {
  test.each([
    'https://www.facebook.com/labulle',
    'https://instagram.com/labulle',
    'https://labulle.wixsite.com/cafe',
    'https://labulle.wordpress.com',
    'https://labulle.business.site',
    'https://sites.google.com/view/labulle',
    'https://linktr.ee/labulle',
    'http://labulle.free.fr',
    'https://gmail.com',
    'https://labulle.jimdofree.com',
    'https://labulle.github.io',
    'https://bu.univ-exemple.fr',
    'https://library.example.ac.uk',
    'https://library.example.edu',
  ])('%s', (website) => {
    const site = siteOf(website)
    expect(site && isShared(site)).toBe(true)
  })

  it('at a domain of its own it does', () => {
    const site = siteOf('https://www.bulle-exemple.fr')
    expect(site && isShared(site)).toBe(false)
  })
})

test.each([
  ['ana@mairie-exemple.fr', true],
  ['ana@coworking.mairie-exemple.fr', true],
  ['ana@members.mairie-exemple.fr', false],
  ['ana@mail.coworking.mairie-exemple.fr', false],
  ['ana@notmairie-exemple.fr', false],
  ['ana@mairie-exemple.fr.evil.example', false],
  ['ana@fr', false],
])('%s belongs to a site at coworking.mairie-exemple.fr: %s', (email, belongs) => {
  expect(isAtSite(email, { domain: 'mairie-exemple.fr', host: 'coworking.mairie-exemple.fr' })).toBe(belongs)
})

describe('whose website proves something', () => {
  const now = new Date('2026-11-30T12:00:00Z')
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const site = { website: 'https://bulle-exemple.fr', websiteSince: null, byClaimant: false }

  test.each([
    ['as a source brought it', site, 'ok'],
    ['changed long ago', { ...site, websiteSince: ago(SETTLES) }, 'ok'],
    ['changed lately', { ...site, websiteSince: ago(SETTLES - 0.001) }, 'site_new'],
    [
      'put there by the claimant, long ago',
      { ...site, websiteSince: ago(400), byClaimant: true },
      'site_yours',
    ],
    ['of a host', { ...site, website: 'https://facebook.com/x' }, 'site_shared'],
    ['none', { ...site, website: null }, 'site_none'],
  ])('%s', (_, standing, verdict) => {
    const answer = codeBySite(standing, now)
    expect(answer.ok ? 'ok' : answer.reason).toBe(verdict)
  })
})
