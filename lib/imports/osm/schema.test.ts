import fc from 'fast-check'
import { expect, it } from 'vitest'
import { elementSchema, plainElement, scalar, type Tags, tagsOf } from './schema'

const value = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('', '  ', ' a ', 'x'.repeat(2000), 'x'.repeat(2001)),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, undefined, Infinity, {}, ['a']),
)
const bag = fc.dictionary(fc.oneof(fc.string({ maxLength: 8 }), fc.constant('__proto__')), value, {
  maxKeys: 8,
})

/** As the schema says it. */
function bySchema(all: Record<string, unknown>): Tags {
  const entries = Object.entries(all).flatMap(([key, one]) => {
    const plain = scalar.safeParse(one)
    const text = plain.success ? String(plain.data).trim() : ''
    return text === '' || key === '__proto__' ? [] : [[key, text] as const]
  })
  return Object.fromEntries(entries)
}

it('takes of properties what the schema takes', () => {
  fc.assert(
    fc.property(bag, (all) => {
      expect(tagsOf(all)).toEqual(bySchema(all))
    }),
  )
})

it('leaves out what PostgreSQL cannot keep', () => {
  expect(tagsOf({ name: 'Caf\0é', brand: '\0', operator: 'a\ud800b' })).toEqual({
    name: 'Café',
    operator: 'a\ufffdb',
  })
})

it('takes by hand no element that the schema does not take, and as it takes it', () => {
  const row = fc.record(
    {
      type: fc.constantFrom('node', 'way', 'relation', 'area'),
      id: fc.oneof(fc.integer(), fc.constantFrom(1.5, 2 ** 60, '7')),
      lat: fc.oneof(fc.double({ noNaN: true }), fc.constantFrom('43', null)),
      lon: fc.oneof(fc.double({ noNaN: true }), fc.constantFrom('7', Infinity)),
      tags: fc.oneof(bag, fc.constantFrom(null, [], 'a', { ['k'.repeat(256)]: 'v' })),
      center: fc.constantFrom({ lat: 1, lon: 2 }, 'a'),
    },
    { requiredKeys: ['type', 'id'] },
  )
  fc.assert(
    fc.property(row, (made) => {
      const plain = plainElement(made)
      if (plain === null) return
      const { data } = elementSchema.safeParse(made)
      expect(data).toBeDefined()
      const { tags, ...rest } = plain
      expect({ ...rest, tags: tagsOf(tags ?? {}) }).toEqual({ ...data, tags: tagsOf(data?.tags ?? {}) })
    }),
    { numRuns: 500 },
  )
})
