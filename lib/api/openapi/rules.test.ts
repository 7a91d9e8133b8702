import { expect, it } from 'vitest'
import { openApi } from './rules'

const document = openApi({ appUrl: 'https://cafe.example.org', title: 'Cafetière' })

it('names every route and every parameter', () => {
  expect(Object.keys(document.paths)).toHaveLength(9)
  const named = (path: '/spaces' | '/events') => document.paths[path].get.parameters.map(({ name }) => name)
  expect(named('/spaces')).toEqual([
    ...['bbox', 'kind', 'open', 'openAt', 'late', 'free', 'maxPrice', 'wifi', 'sockets', 'quiet', 'calls'],
    ...['accessible', 'trial', 'limit', 'cursor'],
  ])
  expect(named('/events')).toEqual(['bbox', 'from', 'to', 'kind', 'gentle', 'limit', 'cursor'])
})

it('refers to nothing that it does not say', () => {
  const references = JSON.stringify(document).match(/#\/components\/schemas\/\w+/g) ?? []
  const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`)
  expect(references.length).toBeGreaterThan(8)
  expect(known).toEqual(expect.arrayContaining(references))
})

it('describes features as the routes answer them', () => {
  const { Event } = document.components.schemas
  expect(Event).toMatchObject({
    type: 'object',
    required: ['type', 'id', 'geometry', 'properties'],
    properties: {
      type: { const: 'Feature' },
      properties: { properties: { kind: { enum: expect.arrayContaining(['open_coffee']) } } },
    },
  })
})
