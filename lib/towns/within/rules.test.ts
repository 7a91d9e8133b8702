import { expect, test } from 'vitest'
import { distanceUpTo, runsOf } from './rules'

test.each([
  ['cannes', 'cannes', 0],
  ['canes', 'cannes', 1],
  ['cnanes', 'cannes', 1],
  ['marseile', 'marseille', 1],
  ['strasborg', 'strasbourg', 1],
  ['montplier', 'montpellier', 2],
  ['nice', 'nantes', 3],
  ['', 'paris', 3],
])('from %j to %j', (a, b, distance) => {
  expect(distanceUpTo(a, b, 2)).toBe(distance)
  expect(distanceUpTo(b, a, 2)).toBe(distance)
})

test('no town is meant by a word of the street alone, nor by its number', () => {
  const names = runsOf('12 rue du port cannes'.split(' ')).map(({ name }) => name)
  expect(names).toContain('cannes')
  expect(names).toContain('port cannes')
  for (const name of ['12', 'rue', 'du']) expect(names).not.toContain(name)
  expect(runsOf(['rue']).map(({ name }) => name)).toEqual(['rue'])
})
