import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { distance } from '@/lib/geo/distance'
import { districtIn } from './rules'

const POST_OFFICE = '../shared/data/geo/laposte_hexasmal-2020.csv'

/** Metres. The woods of the twelfth and sixteenth, and the creeks of the ninth of Marseille, pull middles apart. */
const NEAR = 2_000

it('puts the districts of three cities where the post office does', (context) => {
  let text: string
  try {
    text = readFileSync(POST_OFFICE, 'utf8')
  } catch {
    return context.skip('the public data of ../shared is not here')
  }
  const rows = text.split('\n').flatMap((line) => {
    const [code = '', , postcode = '', , , position = ''] = line.split(';')
    const [lat, lng] = position.split(',').map(Number)
    return /^(751|6938|132)\d+$/.test(code) && lat && lng ? [{ code, postcode, lat, lng }] : []
  })
  const astray = rows.flatMap(({ code, postcode, ...at }) => {
    const found = districtIn(postcode)
    const metres = found?.id === `fr-${code}` ? Math.round(distance(found, at)) : Number.POSITIVE_INFINITY
    return metres > NEAR ? [`${postcode}: ${metres} m`] : []
  })
  expect(rows.length).toBeGreaterThanOrEqual(45)
  expect(astray).toEqual([])
})
