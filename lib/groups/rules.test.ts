import { expect, test } from 'vitest'
import { groupPath } from './rules'

test.each([
  ['Open Coffee Cannes', '/groups/1/open-coffee-cannes'],
  ['Édit', '/groups/1/group-edit'],
  ['Members', '/groups/1/group-members'],
])('%s', (name, path) => {
  expect(groupPath({ id: '1', name })).toBe(path)
})
