import { expect, test } from 'vitest'
import { addPhotoSchema } from './schema'

const spaceId = '01990000-0000-7000-8000-000000000000'

test.each([
  ['https://owner.example.org/room.jpg', null],
  [' https://Owner.example.org/a b.png ', null],
  ['http://owner.example.org/room.jpg', 'photo_url'],
  ['owner.example.org/room.jpg', 'photo_url'],
  ['javascript:alert(1)', 'photo_url'],
  ['https://localhost/room.jpg', 'photo_url'],
  ['https://10.0.0.1/room.jpg', 'photo_url'],
  ['https://[::1]/room.jpg', 'photo_url'],
  ['https://me:secret@owner.example.org/room.jpg', 'photo_url'],
  ['https://owner.example.org:22/room.jpg', 'photo_url'],
  ['', 'photo_url'],
])('%j: %s', (url, error) => {
  const parsed = addPhotoSchema.safeParse({ spaceId, url, alt: 'La salle' })
  expect(parsed.error?.issues[0]?.message ?? null).toBe(error)
})

test('what is to be seen has to be said', () => {
  const parsed = addPhotoSchema.safeParse({ spaceId, url: 'https://owner.example.org/a.jpg', alt: ' ' })
  expect(parsed.error?.issues[0]?.message).toBe('photo_alt')
})
