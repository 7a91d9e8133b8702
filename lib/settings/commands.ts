import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { ok, type Result, refuse } from '@/lib/result'
import { signed } from '@/lib/secrets'
import { unsubscribeOf } from './queries'
import { DEFAULTS, unsubscribeId } from './rules'
import { type Settings, timeZoneSchema } from './schema'
import { MESSAGE_KINDS, type MessageKind } from './terms'

/** Keeps what somebody wants to be told of, how, and when not. */
export async function saveSettings(actor: Actor, settings: Settings): Promise<void> {
  const { choices, quietFrom, quietTo, timeZone } = settings
  await db.$transaction([
    db.user.update({
      where: { id: actor.id },
      data: { quietFrom, quietTo, ...(timeZone ? { timeZone } : {}) },
    }),
    ...MESSAGE_KINDS.map((kind) =>
      db.messageSetting.upsert({
        where: { userId_kind: { userId: actor.id, kind } },
        create: { userId: actor.id, kind, ...choices[kind] },
        update: choices[kind],
      }),
    ),
  ])
}

/** The token of the link that ends one kind of mail to one person. It opens nothing else and needs no signing in. */
export function unsubscribeToken(userId: string, kind: MessageKind): string {
  return signed(env().authSecret, 'unsubscribe', unsubscribeId(userId, kind))
}

/** No more mail of that kind (RFC 8058's one click), or again; what rings on the phone stays as it is. */
export async function setMailByToken(token: string, mail: boolean): Promise<Result<undefined, 'not_found'>> {
  const found = await unsubscribeOf(token)
  if (!found) return refuse('not_found')
  const { userId, kind } = found
  await db.messageSetting.upsert({
    where: { userId_kind: { userId, kind } },
    create: { userId, kind, push: DEFAULTS[kind].push, mail },
    update: { mail },
  })
  return ok()
}

/** Remembers the zone of somebody's browser. What is not a zone is let go: a page may have run without its script. */
export async function noteTimeZone(userId: string, said: unknown): Promise<void> {
  const zone = timeZoneSchema.safeParse(said)
  if (zone.success) await db.user.updateMany({ where: { id: userId }, data: { timeZone: zone.data } })
}
