import { expect, test } from '@playwright/test'
import { freshAddress } from '@/e2e/support/mail'
import { signIn } from '@/e2e/support/session'
import { makeEvent } from '@/lib/testing/makers'

const form = { 'content-type': 'application/x-www-form-urlencoded' }

test.describe('a write from elsewhere', () => {
  for (const [name, headers] of [
    ['another site', { origin: 'https://evil.example.org' }],
    ['a page without an origin', { origin: 'null' }],
    ['nowhere: no origin at all', {}],
    ['another site, by what the browser says', { origin: 'SELF', 'sec-fetch-site': 'cross-site' }],
  ] as const) {
    test(`of ${name} is refused`, async ({ request, baseURL }) => {
      const sent = Object.fromEntries(
        Object.entries(headers).map(([key, value]) => [key, value === 'SELF' ? (baseURL ?? '') : value]),
      )
      const answer = await request.post('/fr/sign-in', {
        headers: { ...form, ...sent },
        data: 'email=a%40example.org',
      })
      expect(answer.status()).toBe(403)
      expect(answer.headers()['content-type']).toContain('application/problem+json')
    })
  }

  test('cannot take a seat for somebody who is signed in', async ({ page }) => {
    const event = await makeEvent({ capacity: 3 })
    await signIn(page, freshAddress('csrf'))
    const foreign = await page.request.post(`/api/v1/events/${event.id}/rsvp`, {
      headers: { origin: 'https://evil.example.org' },
    })
    expect(foreign.status()).toBe(403)
  })
})

test('every page carries its guards, and a nonce of its own', async ({ request }) => {
  const [first, second] = [await request.get('/fr/agenda'), await request.get('/fr/agenda')]
  const policy = first.headers()['content-security-policy'] ?? ''
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic'/)
  expect(policy).not.toContain('unsafe')
  expect(policy).toContain("frame-ancestors 'none'")
  expect(second.headers()['content-security-policy']).not.toBe(policy)
  expect(first.headers()).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
  })
  expect(first.headers()).not.toHaveProperty('x-powered-by')
})

test('personal pages are never stored', async ({ page }) => {
  await signIn(page, freshAddress('store'))
  for (const path of ['/fr/outings', '/fr/me', '/fr/host']) {
    const answer = await page.request.get(path)
    expect(answer.headers()['cache-control'], path).toContain('no-store')
  }
})

test('a name that is not ours is refused before it can build a link', async ({ request }) => {
  const answer = await request.get('/', { headers: { host: 'evil.example.org' }, maxRedirects: 0 })
  expect(answer.status()).toBe(421)
  expect(await answer.text()).not.toContain('evil')
  const ours = await request.get('/', { maxRedirects: 0 })
  expect(ours.headers().location).toMatch(/^\/(fr|en)$/)
})

test('what is not an id, and what is nobody’s, are answered alike', async ({ request }) => {
  for (const id of ['0197f3b4-0000-7000-8000-000000000000', 'nonsense', "1' OR '1'='1", '%00', '..%2f..']) {
    const answer = await request.get(`/fr/events/${encodeURIComponent(id)}/x`)
    expect(answer.status(), id).toBe(404)
    const space = await request.get(`/fr/spaces/${encodeURIComponent(id)}/x`)
    expect(space.status(), id).toBe(404)
  }
})
