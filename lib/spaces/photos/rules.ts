/** Pictures that are passed on. SVG is none of them: it is a document, with scripts and addresses of its own. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'] as const
export type PhotoType = (typeof PHOTO_TYPES)[number]

/** Bytes that tell what a file is. */
export const PHOTO_HEAD = 32

/** What the first bytes say; null for anything that is no picture of ours. Source: MIME Sniffing (WHATWG) §6.1, and HEIF's brands. */
export function photoTypeOf(head: Uint8Array): PhotoType | null {
  const text = String.fromCharCode(...head.subarray(0, PHOTO_HEAD))
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (/^GIF8[79]a/.test(text)) return 'image/gif'
  if (/^RIFF.{4}WEBPVP8[ LX]/s.test(text)) return 'image/webp'
  // Its major brand, or among those that it is compatible with.
  return /^.{4}ftyp(avi[fs]|mif1.{4}(.{4})*avi[fs])/s.test(text) ? 'image/avif' : null
}

/** Does the server itself call it a picture of these? What it is in truth, its bytes say. */
export function isPhotoType(contentType: string): boolean {
  // An old mistake that many servers make.
  return contentType === 'image/jpg' || PHOTO_TYPES.some((type) => type === contentType)
}
