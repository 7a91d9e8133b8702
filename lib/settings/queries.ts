import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { verified } from '@/lib/secrets'
import type { QuietHours } from '@/lib/settings/quiet/rules'
import { choicesOf, DEFAULTS, readUnsubscribeId } from './rules'
import { unsubscribeTokenSchema } from './schema'
import type { Channel, Choice, MessageKind } from './terms'

/**
 * Does this person want this kind of message this way? Asked before anything is sent but sign-in codes. No mail goes
 * where the mail server refused the address for good.
 */
export async function wants(userId: string, kind: MessageKind, channel: Channel): Promise<boolean> {
  const user = await db.user.findUnique({
    where: { id: userId },
    select: { mailRefusedAt: true, settings: { where: { kind }, select: { mail: true, push: true } } },
  })
  if (!user || (channel === 'mail' && user.mailRefusedAt)) return false
  return (user.settings[0] ?? DEFAULTS[kind])[channel]
}

export interface MySettings {
  choices: Record<MessageKind, Choice>
  /** Minutes after midnight. */
  quietFrom: number | null
  quietTo: number | null
  /** IANA; null until a browser said so. */
  timeZone: string | null
  /** Browsers that ring. */
  devices: number
  email: string
  /** What the mail server said when it refused their address for good; null while mail arrives. */
  mailRefusal: string | null
}

/** What somebody chose, or what holds until they do. */
export async function mySettings(userId: string): Promise<MySettings> {
  const { settings, _count, ...rest } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      settings: true,
      quietFrom: true,
      quietTo: true,
      timeZone: true,
      email: true,
      mailRefusal: true,
      _count: { select: { pushes: true } },
    },
  })
  return { ...rest, devices: _count.pushes, choices: choicesOf(settings) }
}

interface Clock {
  quietFrom: number | null
  quietTo: number | null
  timeZone: string | null
}

/** Somebody's quiet hours, in their zone or else in that of the outing; null when they have none. */
export function quietHours({ quietFrom, quietTo, timeZone }: Clock, elsewhere: string): QuietHours | null {
  if (quietFrom === null || quietTo === null) return null
  return { from: quietFrom, to: quietTo, timeZone: timeZone ?? elsewhere }
}

/** What a mail's unsubscribe link speaks of, and whether that mail still comes; null when it was not made here. */
export async function unsubscribeOf(
  token: string,
): Promise<{ userId: string; kind: MessageKind; comes: boolean } | null> {
  const parsed = unsubscribeTokenSchema.safeParse(token)
  const id = parsed.success ? verified(env().authSecret, 'unsubscribe', parsed.data) : null
  const found = id === null ? null : readUnsubscribeId(id)
  if (!found || !(await db.user.findUnique({ where: { id: found.userId }, select: { id: true } })))
    return null
  return { ...found, comes: await wants(found.userId, found.kind, 'mail') }
}
