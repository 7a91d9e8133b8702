import { expect, it } from 'vitest'
import { makeBrowser } from '@/lib/testing/push-service'
import { subscriptionSchema } from './schema'

const { subscription } = makeBrowser()
const { endpoint, keys } = subscription

it('takes what a browser says of its subscription, and no more of it', () => {
  expect(subscriptionSchema.parse({ ...subscription, expirationTime: null })).toEqual(subscription)
})

it.each<[string, unknown]>([
  ['an address that is no push service', { endpoint: 'https://evil.example/x', keys }],
  ['a compressed point', { endpoint, keys: { ...keys, p256dh: keys.p256dh.replace(/^B/, 'A') } }],
  ['half a point', { endpoint, keys: { ...keys, p256dh: keys.p256dh.slice(0, 43) } }],
  ['a secret that is too long', { endpoint, keys: { ...keys, auth: `${keys.auth}AAAA` } }],
  ['padding', { endpoint, keys: { ...keys, auth: `${keys.auth.slice(0, 20)}==` } }],
  ['no keys', { endpoint }],
  ['an operator', { endpoint: { contains: '' }, keys }],
])('refuses %s', (_, body) => {
  expect(subscriptionSchema.safeParse(body).success).toBe(false)
})
