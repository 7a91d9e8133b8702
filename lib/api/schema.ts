import { z } from 'zod'
import { eventKindSchema } from '@/lib/events/kinds/schema'
import { EVENT_KINDS } from '@/lib/events/kinds/terms'
import { parseBBox } from '@/lib/geo/bbox'
import { timeCursorSchema } from '@/lib/map/cursor/schema'

export const LIMIT = { default: 50, max: 200 }

export const bbox = z
  .string()
  .max(120)
  .transform((text, context) => {
    const box = parseBBox(text)
    if (box) return box
    context.addIssue({
      code: 'custom',
      message: 'must be west,south,east,north in degrees, such as 6.9,43.5,7.3,43.8.',
    })
    return z.NEVER
  })
  .optional()
  .meta({
    description: 'west,south,east,north in degrees (RFC 7946 §5); west above east spans the antimeridian.',
    examples: ['6.9,43.5,7.3,43.8'],
  })

export const limit = z
  .string()
  .max(10)
  .regex(/^\d+$/, `must be a whole number from 1 to ${LIMIT.max}.`)
  .transform(Number)
  .pipe(z.number().min(1, 'must be at least 1.').max(LIMIT.max, `must be at most ${LIMIT.max}.`))
  .default(LIMIT.default)
  .meta({ description: `How many at most: 1 to ${LIMIT.max}.`, default: String(LIMIT.default) })

export const kinds = <T extends string>(all: readonly T[]) =>
  z
    .string()
    .max(300)
    .transform((text, context) => {
      const asked = text.split(',')
      const known = all.filter((kind) => asked.includes(kind))
      if (known.length === new Set(asked).size) return known
      context.addIssue({ code: 'custom', message: `must be among ${all.join(', ')}, joined by commas.` })
      return z.NEVER
    })
    .default([])
    .meta({ description: `Only these kinds, joined by commas: ${all.join(', ')}.`, default: '' })

const instant = (description: string) =>
  z
    .union(
      [z.iso.datetime({ offset: true }), z.iso.date()],
      'must be an instant such as 2026-11-28T09:00:00Z, or a date.',
    )
    .transform((text) => new Date(text))
    .optional()
    .meta({ description })

export const cursor = (known: z.ZodType<unknown, unknown>) =>
  z
    .string()
    .max(80)
    .refine((text) => known.parse(text) !== null, 'is not one that we gave: follow the "next" link as it is.')
    .optional()
    .meta({ description: 'Where the page before ended. Follow the "next" link instead of building it.' })

/** Parameters of GET /api/v1/events. */
export const eventsQuerySchema = z
  .object({
    bbox,
    from: instant('Only what ends after this instant (RFC 3339) or date (UTC). Default: now.'),
    to: instant('Only what begins before this instant or date.'),
    kind: kinds(EVENT_KINDS),
    gentle: z
      .enum(['1'])
      .optional()
      .meta({ description: '`1`: only small and quiet ones, where the hosts alone know who comes.' }),
    limit,
    cursor: cursor(timeCursorSchema),
  })
  .refine(({ from, to }) => !from || !to || from < to, { path: ['to'], message: 'must be after from.' })

export type EventsQuery = z.output<typeof eventsQuerySchema>

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
export const pointSchema = z.object({ type: z.literal('Point'), coordinates: position })
const link = z.object({ rel: z.literal('next'), type: z.string(), href: z.url() })
export const nullable = <T extends z.ZodType>(schema: T, description: string) =>
  schema.nullable().meta({ description })

const eventCard = {
  kind: eventKindSchema,
  title: z.string(),
  language: z.string().meta({ description: 'ISO 639-1, the language spoken there.' }),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  timeZone: z.string().meta({ description: 'IANA zone of the place.' }),
  placeName: z.string(),
  address: z.string(),
  city: z.string(),
  online: z.boolean(),
  price: nullable(z.string(), 'In words; null is free.'),
  capacity: nullable(z.int(), 'Null is without limit.'),
  seatsTaken: z.int(),
  seatsLeft: nullable(z.int(), 'Null is without limit.'),
  status: z.enum(['published', 'cancelled']),
  organizerName: z.string(),
  gentle: z
    .boolean()
    .meta({ description: 'At most 8 seats, a quiet place, leave whenever, no round of introductions.' }),
  goodForNewcomers: z.boolean().meta({ description: 'For whoever knows nobody there yet.' }),
  demo: z.boolean(),
  url: z.url(),
  calendar: z.url(),
}

export const eventSchema = z.object({
  type: z.literal('Feature'),
  id: z.uuid(),
  geometry: pointSchema.nullable().meta({ description: 'Null when it is online only.' }),
  properties: z.object(eventCard),
})

export const eventDetailSchema = eventSchema.extend({
  properties: z.object({
    ...eventCard,
    welcome: z.string().meta({ description: 'Markdown.' }),
    cancelMessage: z.string(),
    updatedAt: z.iso.datetime(),
    space: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  }),
})

/** A page of features (RFC 7946 §3.3), with the address of the next page. */
export const collectionOf = <T extends z.ZodType>(feature: T) =>
  z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(feature),
    links: z.array(link),
    attribution: z.string(),
  })

export const eventsSchema = collectionOf(eventSchema)

export const seatSchema = z.object({
  status: z.enum(['going', 'asked', 'offered', 'waitlisted', 'cancelled']),
  place: z.int().min(1).optional().meta({ description: 'Place in the queue, when waitlisted.' }),
})

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ parameter: z.string(), detail: z.string() })).optional(),
})

export type EventFeature = z.output<typeof eventSchema>
export type EventDetail = z.output<typeof eventDetailSchema>
