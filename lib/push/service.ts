import webpush from 'web-push'
import { env } from '@/lib/env'
import { publicKeyOf } from './rules'
import type { Subscription } from './schema'

/** How the request leaves; tests bring one that stays on loopback. */
export type Send = (url: string, init: RequestInit) => Promise<Response>

/** Milliseconds: a silent push service must not hold the worker. */
const TIMEOUT = 10_000

export interface Delivery {
  /** Seconds that the push service keeps it for a phone that is off. */
  ttl: number
  /** Replaces what waits there under the same topic. */
  topic: string
}

/**
 * Hands a payload, encrypted for this browser alone (RFC 8291) and signed by this instance (RFC 8292), to its push
 * service. Answers the HTTP status; throws when there is none.
 */
export async function postPush(
  subscription: Subscription,
  payload: string,
  { ttl, topic }: Delivery,
  send: Send = fetch,
): Promise<number> {
  const { endpoint, headers, body } = webpush.generateRequestDetails(subscription, payload, {
    vapidDetails: vapid(),
    contentEncoding: 'aes128gcm',
    TTL: ttl,
    topic,
    urgency: 'high',
  })
  // Counted by fetch itself.
  const { 'Content-Length': _, ...rest } = headers
  const answer = await send(endpoint, {
    method: 'POST',
    headers: Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)])),
    body: new Uint8Array(body),
    // A push service has no reason to lead elsewhere.
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT),
  })
  await answer.body?.cancel()
  return answer.status
}

/** Who answers for these pushes: the site where it has TLS, else the address that its mail comes from. */
function vapid() {
  const { appUrl, mailFrom, vapidKey } = env()
  const mail = /<([^<>]+)>$/.exec(mailFrom)?.[1] ?? mailFrom
  const publicKey = publicKeyOf(vapidKey)
  if (!publicKey) throw new Error('VAPID_KEY is not set')
  return {
    subject: appUrl.startsWith('https://') ? appUrl : `mailto:${mail}`,
    publicKey,
    privateKey: vapidKey,
  }
}
