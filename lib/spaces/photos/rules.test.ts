import { expect, it } from 'vitest'
import { isPhotoType, photoTypeOf } from './rules'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

it.each([
  ['\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n\0\0', 'image/png'],
  ['GIF89a\x01\0', 'image/gif'],
  ['GIF87a\x01\0', 'image/gif'],
  ['RIFF\x24\0\0\0WEBPVP8 ', 'image/webp'],
  ['\0\0\0\x20ftypavif\0\0\0\0avifmif1miaf', 'image/avif'],
  ['\0\0\0\x20ftypmif1\0\0\0\0mif1avifmiaf', 'image/avif'],
  ['\0\0\0\x20ftypheic\0\0\0\0mif1heic', null],
  ['<svg xmlns="http://www.w3.org/2000/svg">', null],
  ['<!doctype html>', null],
  [' GIF89a', null],
  ['RIFF\x24\0\0\0WAVEfmt ', null],
  ['GIF8', null],
  ['', null],
])('%j is %s', (head, type) => {
  expect(photoTypeOf(bytes(head))).toBe(type)
})

it('goes by what servers call pictures', () => {
  for (const type of ['image/jpeg', 'image/jpg', 'image/avif']) expect(isPhotoType(type)).toBe(true)
  for (const type of ['', 'image/svg+xml', 'text/html', 'application/octet-stream', 'image/*'])
    expect(isPhotoType(type)).toBe(false)
})
