import { expect, it } from 'vitest'
import { isReadable } from './request-target'

it.each([
  ['/', true],
  ['/fr?q=l%27été', true],
  ['/fr/events/1/ap%C3%A9ro?x=100%25', true],
  ['/fr/%E0%A4%A', false],
  ['/fr?q=100%', false],
  ['/api/spaces?q=%00', false],
  ['/fr/%00/x', false],
])('%s: %s', (target, readable) => {
  expect(isReadable(target)).toBe(readable)
})
