import fc from 'fast-check'
import { expect, it } from 'vitest'
import { timeZoneAt } from './zone'

it.each([
  [43.5513, 7.0128, 'Europe/Paris'],
  [51.5265, -0.0805, 'Europe/London'],
  [27.7172, 85.324, 'Asia/Kathmandu'],
  [-17.8, 178.1, 'Pacific/Fiji'],
])('%d, %d is in %s', (lat, lng, zone) => {
  expect(timeZoneAt({ lat, lng })).toBe(zone)
})

it('is a zone that clocks know, everywhere on earth', () => {
  const lat = fc.double({ min: -90, max: 90, noNaN: true })
  const lng = fc.double({ min: -180, max: 180, noNaN: true })
  fc.assert(
    fc.property(lat, lng, (lat, lng) => {
      expect(() => new Intl.DateTimeFormat('en', { timeZone: timeZoneAt({ lat, lng }) })).not.toThrow()
    }),
  )
})
