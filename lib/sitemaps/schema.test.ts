import { expect, test } from 'vitest'
import { type Part, partName, partSchema } from './schema'

test.each<Part>([
  { of: 'pages' },
  { of: 'towns', first: 'saint-aubin-02400' },
  { of: 'spaces', first: '0193599e-0000-7000-8000-000000000001' },
])('%j has a name that is read back', (part) => {
  expect(partSchema.parse(partName(part))).toEqual(part)
})

test.each(['', 'people-0193599e-0000-7000-8000-000000000001', 'spaces-1', 'spaces', 'towns-', 'towns-../x'])(
  'there is no part "%s"',
  (name) => {
    expect(partSchema.safeParse(name).success).toBe(false)
  },
)
