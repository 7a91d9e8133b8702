import { z } from 'zod'
import { gentleSchema } from '@/lib/events/gentle/schema'
import { EVENT_KINDS } from '@/lib/events/kinds/terms'
import { listingSchema } from '@/lib/events/listing/schema'
import { repeatSchema } from '@/lib/events/series/schema'
import { guestSettingsSchema } from '@/lib/events/settings/schema'
import { languageSchema } from '@/lib/freelancers/schema'
import { HOME_SETTINGS, homeFaults, isHome } from '@/lib/homes/rules'
import { manyLines, oneLine } from '@/lib/text/schema'

/** Where an event can be: at a space we know, at an address of its own, or behind a link. */
export const EVENT_PLACES = ['space', 'address', 'online'] as const

export type EventPlace = (typeof EVENT_PLACES)[number]

/** Zone of an online event whose organizer's browser did not say where it is. */
export const FALLBACK_ZONE = 'Europe/Paris'

const capacity = z
  .string()
  .trim()
  .max(10, 'capacity_invalid')
  .regex(/^\d*$/, 'capacity_invalid')
  .transform((digits) => (digits === '' ? null : Number(digits)))
  .pipe(z.number().min(1, 'capacity_invalid').max(1000, 'capacity_invalid').nullable())

const degrees = (limit: number) =>
  z
    .string()
    .trim()
    .max(30, 'pin_invalid')
    .regex(/^(-?\d{1,3}(\.\d+)?)?$/, 'pin_invalid')
    .transform((number) => (number === '' ? null : Number(number)))
    .pipe(z.number().min(-limit, 'pin_invalid').max(limit, 'pin_invalid').nullable())
    .default(null)

const httpsUrl = z
  .string()
  .trim()
  .min(1, 'online_url_required')
  .max(500, 'online_url_invalid')
  .refine((text) => {
    const url = URL.parse(text)
    return (
      url?.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname.includes('.')
    )
  }, 'online_url_invalid')

/** IANA zone the browser says it is in; anything else counts as not said. */
const timeZone = z
  .string()
  .max(60)
  .refine((zone) => {
    try {
      return zone !== '' && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
    } catch {
      return false
    }
  })
  .nullable()
  .catch(null)
  .default(null)

const clockTime = z.string('time_invalid').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time_invalid')

const shared = {
  kind: z.enum(EVENT_KINDS, 'kind_required'),
  /** Empty: named after its kind and its place. */
  title: oneLine(120, 'title_long').default(''),
  /** Wall time at the place; an end that is not after the start is on the next day. */
  day: z.iso.date('day_invalid'),
  start: clockTime,
  end: clockTime,
  /** Null: no limit. */
  capacity: capacity.default(null),
  /** Markdown. */
  welcome: manyLines(2000, 'welcome_long').default(''),
  language: languageSchema,
  /** In words; null: free. */
  price: oneLine(80, 'price_long')
    .transform((words) => words || null)
    .default(null),
}

const announcement = z.discriminatedUnion(
  'where',
  [
    z.object({ ...shared, where: z.literal('space'), spaceId: z.uuid('space_required') }),
    z.object({
      ...shared,
      where: z.literal('address'),
      placeName: oneLine(100, 'place_name_long').default(''),
      address: oneLine(200, 'address_long').default(''),
      city: oneLine(100, 'city_long').default(''),
      /** The pin, degrees (WGS 84); without one the middle of the town is taken. */
      lat: degrees(90),
      lng: degrees(180),
      /** The town the pin was placed in, said only by a page without JavaScript: with another town it is dropped. */
      pinTown: oneLine(100, 'city_long').optional(),
    }),
    z.object({ ...shared, where: z.literal('online'), onlineUrl: httpsUrl, timeZone }),
  ],
  'where_required',
)

const whole = z.intersection(
  z.intersection(announcement, z.intersection(guestSettingsSchema, gentleSchema)),
  z.intersection(repeatSchema, listingSchema),
)

/** What an organizer says of an event. All values are strings, as a form sends them. */
export const eventSchema = whole.transform((input, context): z.output<typeof whole> => {
  for (const [field, message] of Object.entries(homeFaults(input)))
    context.addIssue({ code: 'custom', path: [field], message })
  return isHome(input.kind) ? { ...input, ...HOME_SETTINGS } : input
})

export type EventInput = z.output<typeof eventSchema>

export const eventIdSchema = z.uuid('event_unknown')

export const cancelSchema = z.object({
  id: eventIdSchema,
  message: manyLines(1000, 'message_long').default(''),
})

export type CancelInput = z.output<typeof cancelSchema>

export const removeGuestSchema = z.object({
  eventId: eventIdSchema,
  freelancerId: z.uuid('guest_unknown'),
  note: manyLines(1000, 'message_long').default(''),
})

export type RemoveGuestInput = z.output<typeof removeGuestSchema>

export const admitGuestSchema = removeGuestSchema.pick({ eventId: true, freelancerId: true })

export type AdmitGuestInput = z.output<typeof admitGuestSchema>
