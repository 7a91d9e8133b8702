import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * HMAC-SHA256 of a text under the instance's secret. `purpose` keeps a signature made for one use from being
 * accepted for another.
 */
export function keyed(secret: string, purpose: string, text: string): Buffer {
  return createHmac('sha256', secret).update(`${purpose}\0${text}`).digest()
}

const SIGNATURE_BYTES = 16

/** `id.signature`: says that this instance gave out the id for this purpose. Base64url, safe in a path. */
export function signed(secret: string, purpose: string, id: string): string {
  return `${id}.${keyed(secret, purpose, id).subarray(0, SIGNATURE_BYTES).toString('base64url')}`
}

/** The id of a token made by `signed`, or null when it was not made here for this purpose. */
export function verified(secret: string, purpose: string, token: string): string | null {
  const [id = '', signature = ''] = token.split('.')
  const expected = keyed(secret, purpose, id).subarray(0, SIGNATURE_BYTES)
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return token === signed(secret, purpose, id) ? id : null
}
