import { type APIResponse, expect, test } from '@playwright/test'
import type { z } from 'zod'
import { freshAddress } from '@/e2e/support/mail'
import { signIn } from '@/e2e/support/session'
import { eventDetailSchema, eventsSchema, problemSchema, seatSchema } from '@/lib/api/schema'
import { spaceDetailSchema, spacesSchema } from '@/lib/api/spaces/schema'
import { makeEvent, makeSpace } from '@/lib/testing/makers'

const NOWHERE = '01900000-0000-7000-8000-000000000000'

async function read<T>(answer: APIResponse, schema: z.ZodType<T>, type = 'application/geo+json'): Promise<T> {
  expect(answer.status(), await answer.text()).toBe(200)
  expect(answer.headers()['content-type']).toContain(type)
  return schema.parse(await answer.json())
}

async function refused(answer: APIResponse, status: number) {
  expect(answer.status(), await answer.text()).toBe(status)
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  })
  const problem = problemSchema.parse(await answer.json())
  expect(problem).toMatchObject({ type: 'about:blank', status })
  return problem
}

test('spaces come as GeoJSON, on both sides of the antimeridian, page by page, each once', async ({
  request,
}) => {
  // A strip of the Pacific that no other test of the run uses.
  const lat = -(20 + Math.random() * 30)
  const made = await Promise.all(
    [179.2, 179.6, -179.9, -179.5, -179.1].map((lng, i) => makeSpace({ name: `Fiji ${i}`, lat, lng })),
  )
  const bbox = [179, lat - 0.001, -179, lat + 0.001].join()
  const ids: string[] = []
  let next: string | undefined = `/api/v1/spaces?bbox=${bbox}&limit=2`
  for (let page = 0; next && page < 10; page++) {
    const answer: APIResponse = await request.get(next)
    const { features, links }: z.output<typeof spacesSchema> = await read(answer, spacesSchema)
    ids.push(...features.map(({ id }) => id))
    next = links[0]?.href
    expect(answer.headers().link).toBe(next && `<${next}>; rel="next"`)
  }
  expect(ids.toSorted()).toEqual(made.map(({ id }) => id).toSorted())
})

test('events come soonest first, by place, time and kind', async ({ request }) => {
  const lat = 20 + Math.random() * 20
  const at = (day: number) => ({
    ...{
      lat,
      lng: -30,
      startsAt: new Date(Date.UTC(2031, 4, day, 9)),
      endsAt: new Date(Date.UTC(2031, 4, day, 11)),
    },
  })
  const lunch = await makeEvent({ ...at(3), kind: 'lunch' })
  const coffee = await makeEvent({ ...at(2), kind: 'open_coffee' })
  const bbox = [-31, lat - 0.001, -29, lat + 0.001].join()
  const ids = async (query: string) => {
    const answer = await request.get(`/api/v1/events?bbox=${bbox}&${query}`)
    return (await read(answer, eventsSchema)).features.map(({ id }) => id)
  }
  expect(await ids('from=2031-05-01&to=2031-06-01')).toEqual([coffee.id, lunch.id])
  expect(await ids('from=2031-05-03&to=2031-06-01')).toEqual([lunch.id])
  expect(await ids('from=2031-05-01&to=2031-06-01&kind=open_coffee,workshop')).toEqual([coffee.id])
})

test('one space, one event, and an answer that need not be sent twice', async ({ request }) => {
  const space = await makeSpace({ openingHours: 'Mo-Fr 09:00-18:00' })
  const event = await makeEvent({ spaceId: space.id, onlineUrl: 'https://meet.example.org/secret' })
  const one = await read(await request.get(`/api/v1/spaces/${space.id}`), spaceDetailSchema)
  expect(one).toMatchObject({ id: space.id, properties: { openingHours: 'Mo-Fr 09:00-18:00' } })

  const answer = await request.get(`/api/v1/events/${event.id}`)
  const detail = await read(answer, eventDetailSchema)
  expect(detail.geometry?.coordinates).toEqual([event.lng, event.lat])
  expect(await answer.text()).not.toMatch(/secret|@/)
  expect(answer.headers()['cache-control']).toContain('public')
  const again = await request.get(`/api/v1/events/${event.id}`, {
    headers: { 'if-none-match': answer.headers().etag ?? '' },
  })
  expect(again.status()).toBe(304)
})

test('the calendar file is one', async ({ request }) => {
  const event = await makeEvent({ title: 'Apéro, au port', onlineUrl: 'https://meet.example.org/secret' })
  const answer = await request.get(`/api/v1/events/${event.id}/calendar.ics`)
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toContain('text/calendar')
  expect(answer.headers()['content-disposition']).toBe('attachment; filename="apero-au-port.ics"')
  const text = await answer.text()
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true)
  const lines = text.replaceAll('\r\n ', '').split('\r\n')
  const open: string[] = []
  for (const line of lines) {
    if (line.startsWith('BEGIN:')) open.push(line.slice(6))
    if (line.startsWith('END:')) expect(line.slice(4)).toBe(open.pop())
  }
  expect(open).toEqual([])
  expect(lines).toEqual(
    expect.arrayContaining(['SUMMARY:Apéro\\, au port', 'TZID:Europe/Paris', 'METHOD:PUBLISH']),
  )
  expect(text).not.toContain('secret')
})

test('a seat through the API is the same seat', async ({ page, baseURL }) => {
  const event = await makeEvent({ capacity: 1 })
  const path = `/api/v1/events/${event.id}/rsvp`
  const origin = { headers: { origin: baseURL ?? '' } }
  await refused(await page.request.post(path, origin), 401)
  await signIn(page, freshAddress('api'))
  await refused(await page.request.post(path, { headers: { origin: 'https://evil.example.org' } }), 403)
  await refused(await page.request.post(path, { headers: { origin: 'null' } }), 403)

  for (let twice = 0; twice < 2; twice++) {
    const answer = await page.request.post(path, origin)
    expect(await read(answer, seatSchema, 'application/json')).toEqual({ status: 'going' })
    expect(answer.headers()['cache-control']).toContain('no-store')
  }
  await page.goto(`/fr/events/${event.id}/afterwork`)
  await expect(page.getByRole('main').getByText('Vous y êtes attendu·e')).toBeVisible()
  expect(await read(await page.request.delete(path, origin), seatSchema, 'application/json')).toEqual({
    status: 'cancelled',
  })

  const called = await makeEvent({ status: 'cancelled' })
  await refused(await page.request.post(`/api/v1/events/${called.id}/rsvp`, origin), 409)
  await refused(await page.request.post(`/api/v1/events/${NOWHERE}/rsvp`, origin), 404)
  await refused(await page.request.delete(`/api/v1/events/${NOWHERE}/rsvp`, origin), 404)
})

test('what cannot be answered says why', async ({ request }) => {
  for (const path of [
    `/api/v1/spaces/${NOWHERE}`,
    '/api/v1/spaces/nope',
    `/api/v1/events/${NOWHERE}`,
    `/api/v1/events/${NOWHERE}/calendar.ics`,
    '/api/v1/nothing/at/all',
  ])
    await refused(await request.get(path), 404)
  for (const [query, parameter] of [
    ['bbox=1,2', 'bbox'],
    ['kind=pub', 'kind'],
    ['limit=0', 'limit'],
    ['cursor=x', 'cursor'],
  ]) {
    const problem = await refused(await request.get(`/api/v1/events?${query}`), 400)
    expect(problem.errors?.map((fault) => fault.parameter)).toEqual([parameter])
  }
})

test('the instance describes itself and says that it is well', async ({ request }) => {
  const answer = await request.get('/api/v1/openapi.json')
  expect(answer.headers()['content-type']).toContain('application/json')
  const document = await answer.json()
  expect(document.openapi).toMatch(/^3\.1\./)
  expect(Object.keys(document.paths)).toContain('/events/{id}/rsvp')
  for (const path of ['/healthz', '/readyz']) {
    const health = await request.get(path)
    expect([health.status(), health.headers()['cache-control']]).toEqual([200, 'no-store'])
  }
})

test('a method that an address does not know is refused with those it does', async ({ request }) => {
  const answer = await request.fetch('/api/v1/events', { method: 'PUT' })
  await refused(answer, 405)
  expect(answer.headers().allow).toBe('GET, HEAD, OPTIONS')
  expect((await request.fetch('/api/v1/events', { method: 'HEAD' })).status()).toBe(200)
})

test('the body of an RSVP says how many come, and is refused with a sentence when it cannot be taken', async ({
  page,
}) => {
  const event = await makeEvent({ capacity: 4, maxCompanions: 2 })
  const path = `/api/v1/events/${event.id}/rsvp`
  await signIn(page, freshAddress('party'))
  const headers = { origin: process.env.E2E_URL ?? '' }
  await refused(await page.request.post(path, { headers, data: { partySize: 9 } }), 400)
  await refused(await page.request.post(path, { headers, data: { partySize: 4 } }), 409)
  const seat = await read(
    await page.request.post(path, { headers, data: { partySize: 3 } }),
    seatSchema,
    'application/json',
  )
  expect(seat).toEqual({ status: 'going' })
})
