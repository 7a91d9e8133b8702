import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { forgetAnswers, geocode } from './commands'
import type { Geocoder } from './queries'
import type { Question, Service } from './schema'

beforeEach(async () => {
  await db.geocoderTurn.deleteMany()
  await db.geocoderAnswer.deleteMany()
})

type Say = (response: ServerResponse) => unknown
const json =
  (body: unknown): Say =>
  (response) =>
    response.end(JSON.stringify(body))
const say =
  (status: number, text = '', headers = {}): Say =>
  (response) =>
    response.writeHead(status, headers).end(text)
const street = (label: string) => ({
  features: [{ geometry: { coordinates: [7.01, 43.55] }, properties: { label, type: 'street', score: 0.9 } }],
})

/** A geocoder on loopback that gives these answers one after the other, and the last one for ever. */
async function server(...answers: Say[]) {
  const asked: { path: string; headers: Record<string, unknown> }[] = []
  const http = createServer((request, response) => {
    asked.push({ path: request.url ?? '', headers: request.headers })
    ;(answers.length > 1 ? answers.shift() : answers[0])?.(response)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => http.once('listening', resolve))
  onTestFinished(() => {
    http.closeAllConnections()
    http.close()
  })
  const { port } = http.address() as AddressInfo
  const at = (service: Service, gap = 0): Geocoder => ({
    ...{ service, server: `http://127.0.0.1:${port}/search`, gap, typing: service !== 'nominatim' },
    attribution: '',
  })
  return { asked, at }
}

const question = (text: string, typing = false): Question => ({ text, language: 'fr', near: null, typing })
const waits: number[] = []
const options = (geocoder: Geocoder, patience = 2500) => ({
  ...{ geocoder, now: now(), patience },
  wait: async (milliseconds: number) => waits.push(milliseconds),
})
const rests = async () => (await db.geocoderTurn.findFirstOrThrow()).restsUntil !== null

it('asks once what is asked twice, tells nobody who asks, and keeps no word of it', async () => {
  const { asked, at } = await server(json(street('Rue d’Antibes 06400 Cannes')))
  const ban = at('ban')
  const [first] = await geocode(question('rue d’antibes'), options(ban))
  expect(first).toEqual({
    label: 'Rue d’Antibes 06400 Cannes',
    context: '',
    kind: 'street',
    lat: 43.55,
    lng: 7.01,
  })
  expect(await geocode(question(' Rue  d’ANTIBES '), options(ban))).toEqual([first])
  expect(asked.map(({ path }) => path)).toEqual(['/search?q=rue+d%E2%80%99antibes&limit=5&autocomplete=0'])
  expect(asked[0]?.headers).toMatchObject({ 'user-agent': expect.stringMatching(/^Cafetiere/) })
  expect(Object.keys(asked[0]?.headers ?? {})).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/cookie|referer|forwarded/)]),
  )
  expect((await db.geocoderAnswer.findMany()).map(({ key }) => key).join()).not.toContain('antibes')
})

it('asks again when an answer is too old, sooner when it knew nothing', async () => {
  const { asked, at } = await server(json({ features: [] }))
  const later = (days: number) => ({
    ...options(at('ban')),
    now: new Date(now().getTime() + days * 86_400_000),
  })
  await geocode(question('nulle part'), later(0))
  await geocode(question('nulle part'), later(0.9))
  expect(asked).toHaveLength(1)
  await geocode(question('nulle part'), later(1.1))
  expect(asked).toHaveLength(2)
})

it.each<[string, Say]>([
  ['is over its limit', say(429, 'Too Many Requests', { 'Retry-After': '600' })],
  ['shows a page instead', say(200, '<html><h1>Bandwidth limit exceeded</h1></html>')],
  ['sends us elsewhere', say(302, '', { Location: 'http://127.0.0.1:9/' })],
  ['breaks off', (response) => response.destroy()],
  ['says nothing', () => {}],
  ['says too much', (response) => response.end(`[${'"x",'.repeat(100_000)}1]`)],
])('goes on without one that %s, and leaves it alone', async (_, answer) => {
  const { asked, at } = await server(answer, json(street('Rue Foch')))
  const ban = at('ban')
  expect(await geocode(question('rue foch'), options(ban, 150))).toEqual([])
  expect(await rests()).toBe(true)
  expect(await geocode(question('rue foch'), options(ban))).toEqual([])
  expect(asked).toHaveLength(1)
  await db.geocoderTurn.updateMany({ data: { restsUntil: now() } })
  expect(await geocode(question('rue foch'), options(ban))).toMatchObject([{ label: 'Rue Foch' }])
  expect(await db.geocoderTurn.findFirst()).toMatchObject({ failures: 0, restsUntil: null })
})

it('goes on without one that cannot be reached', async () => {
  const gone: Geocoder = {
    ...{ service: 'photon', server: 'http://127.0.0.1:9/api', gap: 0, typing: true, attribution: '' },
  }
  expect(await geocode(question('rue foch'), options(gone))).toEqual([])
  expect(await rests()).toBe(true)
})

it('does not blame the service for a question that it does not take', async () => {
  const { asked, at } = await server(say(400, '{"message":"some error happened"}'))
  expect(await geocode(question('???'), options(at('photon')))).toEqual([])
  expect(await geocode(question('???'), options(at('photon')))).toEqual([])
  expect(asked).toHaveLength(1)
  expect(await rests()).toBe(false)
})

it('never asks Nominatim while somebody types', async () => {
  const { asked, at } = await server(json([]))
  expect(await geocode(question('rue foch', true), options(at('nominatim')))).toEqual([])
  expect(asked).toHaveLength(0)
  await geocode(question('rue foch'), options(at('nominatim')))
  expect(asked).toHaveLength(1)
})

it('takes turns, however many ask at once: one now, the next in line, the rest go without', async () => {
  const { asked, at } = await server(json({ features: [] }))
  waits.length = 0
  const slow = at('ban', 1000)
  await Promise.all(Array.from({ length: 8 }, (_, i) => geocode(question(`rue ${i}`), options(slow))))
  expect(asked).toHaveLength(2)
  // The clock of a virtual machine may step back by a millisecond or two, which is a turn as well.
  expect(waits.filter((wait) => wait > 100).map((wait) => Math.round(wait / 1000))).toEqual([1])
  // Who types does not wait: the next letter asks again.
  expect(await geocode(question('rue typed', true), options(slow))).toEqual([])
  expect(asked).toHaveLength(2)
})

it('keeps no more answers than it may, the latest', async () => {
  const at = (days: number) => new Date(now().getTime() - days * 86_400_000)
  await db.geocoderAnswer.createMany({
    data: [1, 2, 3, 40].map((days) => ({ key: `k${days}`, places: [], askedAt: at(days) })),
  })
  await forgetAnswers(now(), 2)
  expect((await db.geocoderAnswer.findMany({ orderBy: { key: 'asc' } })).map(({ key }) => key)).toEqual([
    'k1',
    'k2',
  ])
})
