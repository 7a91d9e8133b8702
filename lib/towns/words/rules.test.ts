import { expect, test } from 'vitest'
import { inTown, ofTown } from './rules'

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

test.each([
  ['Cannes', 'de Cannes'],
  ['Le Mans', 'du Mans'],
  ['Les Sables-d’Olonne', 'des Sables-d’Olonne'],
  ['La Rochelle', 'de La Rochelle'],
  ['Antibes', 'd’Antibes'],
  ['Épinal', 'd’Épinal'],
  ['Hyères', 'd’Hyères'],
  ['Haguenau', 'de Haguenau'],
])('near %s', (name, fr) => {
  expect([ofTown(name, 'fr'), ofTown(name, 'en')]).toEqual([fr, name])
})
