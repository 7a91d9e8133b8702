import { createECDH } from 'node:crypto'

const CURVE = 'prime256v1'

/** A new P-256 private key, base64url. */
export function newPrivateKey(): string {
  const pair = createECDH(CURVE)
  pair.generateKeys()
  // Leading zeros are left out by OpenSSL; the key is 32 bytes all the same.
  return Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()])
    .subarray(-32)
    .toString('base64url')
}

/** The public key of a private one, uncompressed in base64url as browsers take it; null when it is no key. */
export function publicKeyOf(privateKey: string): string | null {
  if (!/^[\w-]{43}$/.test(privateKey)) return null
  try {
    const pair = createECDH(CURVE)
    pair.setPrivateKey(Buffer.from(privateKey, 'base64url'))
    return pair.getPublicKey().toString('base64url')
  } catch {
    return null
  }
}

/** The push services of the browsers: Chrome and its kin, Firefox, Safari, Edge on Windows. */
const HOSTS =
  /^(fcm\.googleapis\.com|web\.push\.apple\.com|([a-z0-9-]+\.)+push\.services\.mozilla\.com|([a-z0-9-]+\.)+notify\.windows\.com)$/

/**
 * May we post to this address? It comes from a browser, so from anybody: only https, on its own port, at a push service
 * we know, and spelt the one way that every parser reads alike.
 */
export function isPushEndpoint(text: string): boolean {
  const url = URL.parse(text)
  return (
    url !== null &&
    url.href === text &&
    url.protocol === 'https:' &&
    url.origin === `https://${url.hostname}` &&
    HOSTS.test(url.hostname) &&
    url.username === '' &&
    url.password === '' &&
    url.hash === ''
  )
}

/** What a notification shows, and the page that it opens. Absolute, on this site. */
export interface PushNotice {
  title: string
  body: string
  url: string
  /** A later notice with the same tag takes the place of an earlier one. */
  tag: string
}

/** Well below the 4,096 bytes that every push service takes, in characters of up to 4 bytes. */
const MAX_TITLE = 80
const MAX_BODY = 240

const cut = (text: string, max: number) => {
  const letters = [...text]
  return letters.length > max ? `${letters.slice(0, max - 1).join('')}…` : text
}

/** The notice as it travels. */
export function pushPayload({ title, body, url, tag }: PushNotice): string {
  return JSON.stringify({ title: cut(title, MAX_TITLE), body: cut(body, MAX_BODY), url, tag })
}

/** The Topic of RFC 8030 §5.4: what still waits at the push service is replaced by what is newer. */
export const topicOf = (id: string) => id.replaceAll('-', '').slice(0, 32)

/** Seconds that a push service may keep a notice for a phone that is off: no longer than it is of use, a day at most. */
export function timeToLive(useful: Date, now: Date): number {
  return Math.min(Math.max(Math.floor((useful.getTime() - now.getTime()) / 1000), 0), 24 * 3600)
}
