import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { publicKeyOf } from './rules'

/** The key that browsers subscribe with, or null where nothing is pushed. */
export function pushKey(): string | null {
  return publicKeyOf(env().vapidKey)
}

const deviceSelect = { id: true, endpoint: true, p256dh: true, auth: true } as const

/** The browsers of somebody that may be pushed to. */
export async function devicesOf(userId: string) {
  return db.pushSubscription.findMany({ where: { userId }, select: deviceSelect })
}

/** One of somebody's browsers, or null when it is theirs no more. */
export async function deviceOf(id: string, userId: string) {
  return db.pushSubscription.findFirst({ where: { id, userId }, select: deviceSelect })
}

export type Device = NonNullable<Awaited<ReturnType<typeof deviceOf>>>
