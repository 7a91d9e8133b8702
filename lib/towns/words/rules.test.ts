import { expect, test } from 'vitest'
import { inTown } from './rules'

test.each([
  ['Cannes', 'à Cannes', 'in Cannes'],
  ['Le Mans', 'au Mans', 'in Le Mans'],
  ['Les Sables-d’Olonne', 'aux Sables-d’Olonne', 'in Les Sables-d’Olonne'],
  ['La Rochelle', 'à La Rochelle', 'in La Rochelle'],
  ['Lens', 'à Lens', 'in Lens'],
  ['Lesparre-Médoc', 'à Lesparre-Médoc', 'in Lesparre-Médoc'],
])('%s', (name, fr, en) => {
  expect([inTown(name, 'fr'), inTown(name, 'en')]).toEqual([fr, en])
})
