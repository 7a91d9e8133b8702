import { expect, test } from 'vitest'
import { mayKeep, mayObject } from './policy'

const owners = ['ana', 'bob']

test.each([
  ['ana', true],
  ['bob', true],
  ['eve', false],
  ['', false],
])('%s may keep the page of ana and bob: %s', (person, may) => {
  expect(mayKeep(person, { owners })).toBe(may)
})

test.each([
  ['ana', 'bob', [], true],
  ['bob', 'ana', [], true],
  ['ana', 'ana', [], false],
  ['eve', 'bob', [], false],
  ['ana', 'eve', [], false],
  ['ana', 'bob', ['bob'], false],
  ['bob', 'ana', ['bob'], false],
])('%s may object to %s while %j are objected to: %s', (person, other, objected, may) => {
  expect(mayObject(person, other, { owners, objected })).toBe(may)
})
