import { z } from 'zod'
import { type Channel, type Choice, MESSAGE_KINDS, type MessageKind, PUSHED_KINDS } from './terms'

/** An IANA zone that this runtime knows ("Europe/Paris"), spelt as the browser says it. */
export const timeZoneSchema = z
  .string()
  .max(64)
  .regex(/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/)
  .refine(isZone)

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}

/** Minutes after midnight from "22:30" or "22:30:00"; null when left empty. */
const clockTime = z
  .string()
  .max(8)
  .regex(/^(([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?$/, 'quiet_time')
  .transform((text) => (text === '' ? null : Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))))

const box = z
  .string()
  .max(10)
  .optional()
  .transform((value) => value !== undefined)

const boxes = <C extends Channel>(channel: C, kinds: readonly MessageKind[]) =>
  z.object(Object.fromEntries(kinds.map((kind) => [`${channel}_${kind}`, box])))

/** The form of the settings page: `mail_<kind>` and `push_<kind>` are there when ticked. */
export const settingsSchema = z
  .object({
    quietFrom: clockTime,
    quietTo: clockTime,
    timeZone: timeZoneSchema.optional().catch(undefined),
  })
  .refine(({ quietFrom, quietTo }) => (quietFrom === null) === (quietTo === null), {
    path: ['quietTo'],
    error: 'quiet_both',
  })
  .refine(({ quietFrom, quietTo }) => quietFrom === null || quietFrom !== quietTo, {
    path: ['quietTo'],
    error: 'quiet_same',
  })
  .and(boxes('mail', MESSAGE_KINDS))
  .and(boxes('push', PUSHED_KINDS))
  .transform(({ quietFrom, quietTo, timeZone, ...ticked }) => ({
    quietFrom,
    quietTo,
    timeZone,
    choices: Object.fromEntries(
      MESSAGE_KINDS.map((kind) => [
        kind,
        { mail: isTicked(ticked, 'mail', kind), push: isTicked(ticked, 'push', kind) },
      ]),
    ) as Record<MessageKind, Choice>,
  }))

const isTicked = (ticked: Record<string, unknown>, channel: Channel, kind: MessageKind) =>
  ticked[`${channel}_${kind}`] === true

export type Settings = z.output<typeof settingsSchema>

/** The signed person and kind of a mail's unsubscribe link. */
export const unsubscribeTokenSchema = z.string().max(160)
