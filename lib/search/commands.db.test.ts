import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { now } from '@/lib/clock'
import * as environment from '@/lib/env'
import { makeSpace } from '@/lib/testing/makers'
import { search } from './commands'

afterEach(() => vi.restoreAllMocks())

const SEA = { lat: 36.1, lng: -43.3 }
const asked = (text: string, typing = false) => ({
  ...{ text, near: SEA, language: 'fr' as const, viewerId: null, now: now(), typing },
})
const options = (addresses = true) => ({ addresses, wait: async () => {} })

/** BAN, on loopback: knows one street. */
async function geocoder() {
  const questions: string[] = []
  const server = createServer((request, response) => {
    questions.push(new URL(request.url ?? '', 'http://ban').searchParams.get('q') ?? '')
    const properties = { label: '12 Rue des Vagues 29200 Brest', type: 'housenumber', score: 0.9 }
    response.end(JSON.stringify({ features: [{ geometry: { coordinates: [-4.48, 48.39] }, properties }] }))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const settings = environment.env()
  vi.spyOn(environment, 'env').mockReturnValue({
    ...settings,
    ...{ geocoder: 'ban', geocoderUrl: `http://127.0.0.1:${port}/search` },
  })
  return questions
}

const shown = ({ groups }: Awaited<ReturnType<typeof search>>) =>
  groups.map(({ type, hits }) => `${type}: ${hits[0]?.title}`)

it('answers from our own tables first, and asks outside only for what they do not know', async () => {
  const questions = await geocoder()
  await makeSpace({ ...SEA, name: 'Coworking des Vagues', street: '7 rue du Large', city: 'Brest' })
  expect(shown(await search(asked('brest'), options()))[0]).toBe('town: Brest')
  expect(shown(await search(asked('coworkng vages'), options()))[0]).toBe('space: Coworking des Vagues')
  expect(shown(await search(asked('7 rue du large brest'), options()))).toContain(
    'space: Coworking des Vagues',
  )
  expect(questions).toEqual([])

  const text = '12 rue des vagues brest'
  const own = await search(asked(text), options(false))
  expect([shown(own), own.ask]).toEqual([['town: Brest'], true])
  const all = await search(asked(text), options())
  expect(shown(all)).toEqual(['address: 12 Rue des Vagues 29200 Brest', 'town: Brest'])
  expect(all).toMatchObject({ ask: false, attribution: expect.stringContaining('Base Adresse Nationale') })
  expect(questions).toEqual([text])
})

it('asks nobody where there is no geocoder', async () => {
  expect(environment.env().geocoder).toBe('none')
  const { ask, attribution } = await search(asked('12 rue des vagues brest'), options())
  expect({ ask, attribution }).toEqual({ ask: false, attribution: null })
})

it('names countries in the language of the page', async () => {
  const note = async (language: 'fr' | 'en') =>
    (await search({ ...asked('london'), language }, options())).groups[0]?.hits[0]?.note
  expect([await note('fr'), await note('en')]).toEqual(['Royaume-Uni', 'United Kingdom'])
})
