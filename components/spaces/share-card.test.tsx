import { ImageResponse } from 'next/og'
import { afterEach, expect, test, vi } from 'vitest'
import { CARD_SIZE, ShareCard } from './share-card'

afterEach(() => vi.restoreAllMocks())

test('every character that it draws is in the packaged font: nobody else is asked for one', async () => {
  const fetched = globalThis.fetch
  const asked: string[] = []
  // Its own code comes as a data: address.
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (address, options) => {
    if (String(address).startsWith('data:')) return fetched(address, options)
    asked.push(String(address))
    throw new Error('no network here')
  })
  const codes = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).filter(
    (character) => !/\p{Surrogate}/u.test(character),
  )
  const rows = Array.from({ length: 128 }, (_, row) => codes.slice(row * 96, row * 96 + 96).join(''))
  const card = <ShareCard instance="☕" kind="カフェ" name="Ω" where={rows.join('')} facts={['€']} />
  const picture = await new ImageResponse(card, CARD_SIZE).arrayBuffer()
  expect(Buffer.from(picture).subarray(1, 4).toString()).toBe('PNG')
  expect(asked).toEqual([])
})
