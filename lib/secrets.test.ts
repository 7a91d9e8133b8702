import { describe, expect, it } from 'vitest'
import { signed, verified } from './secrets'

const secret = 'a secret of the instance, long enough'
const id = '0192f0c1-0000-7000-8000-000000000001'

describe('signed ids', () => {
  it('come back only for the same purpose and secret', () => {
    const token = signed(secret, 'leave', id)
    expect(verified(secret, 'leave', token)).toBe(id)
    expect(verified(secret, 'quiet', token)).toBeNull()
    expect(verified('another secret', 'leave', token)).toBeNull()
  })

  it.each([
    ['nothing', ''],
    ['an id alone', id],
    ['another id', signed(secret, 'leave', id).replace('0001.', '0002.')],
    ['a cut signature', signed(secret, 'leave', id).slice(0, -2)],
    ['a second part', `${signed(secret, 'leave', id)}.x`],
    ['a padded signature', `${signed(secret, 'leave', id)}=`],
  ])('are refused when the token is %s', (_, token) => {
    expect(verified(secret, 'leave', token)).toBeNull()
  })
})
