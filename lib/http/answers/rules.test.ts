import { expect, it } from 'vitest'
import { personal, shared } from './rules'

const ask = (tag?: string) =>
  new Request('https://cafe.example.org/', { headers: tag ? { 'if-none-match': tag } : {} })
const answer = (tag?: string) => shared(ask(tag), '{"a":1}', { contentType: 'application/json', maxAge: 60 })

it('tags an answer, and sends nothing to those who have it', async () => {
  const first = answer()
  expect(first.status).toBe(200)
  expect(first.headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=600')
  const tag = first.headers.get('etag') ?? ''
  expect(tag).toMatch(/^"[\w-]{22}"$/)
  for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
    const again = answer(known)
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, tag, ''])
  }
  expect(answer('"other"').status).toBe(200)
})

it('is shown no longer than asked for', () => {
  const brief = shared(ask(), '{}', { contentType: 'application/json', maxAge: 1, stale: 1 })
  expect(brief.headers.get('cache-control')).toBe('public, max-age=1, stale-while-revalidate=1')
})

it('what is personal is never stored', () => {
  expect(personal({}).headers.get('cache-control')).toBe('private, no-store')
})
