import { expect, test } from 'vitest'
import { type Greeter, rankGreeters } from './rules'

const me = { id: 'me', trade: 'Développeuse web', languages: ['fr', 'en'], lat: 43.55, lng: 7 }
const greeter = (id: string, values: Partial<Greeter> = {}): Greeter => ({
  ...{ id, trade: 'Comptable', languages: ['fr'], lat: 43.55, lng: 7, welcomed: 0 },
  ...values,
})

test('a peer, then more languages, then who was asked less, then the nearer; nobody with nothing in common', () => {
  expect(
    rankGreeters(
      [
        greeter('far', { lng: 7.2 }),
        greeter('near'),
        greeter('asked often', { welcomed: 2 }),
        greeter('bilingual', { languages: ['en', 'fr'], lng: 7.3 }),
        greeter('peer', { trade: 'DEVELOPPEUSE WEB ', languages: ['it'], lng: 7.4 }),
        greeter('nothing', { languages: ['de'] }),
      ],
      me,
    ),
  ).toEqual(['peer', 'bilingual', 'near', 'far', 'asked often'])
  expect(rankGreeters([greeter('a', { trade: '', languages: [] })], { ...me, trade: '' })).toEqual([])
})
