import { z } from 'zod'

const degrees = (limit: number) =>
  z.coerce
    .number('must be a number of degrees')
    .min(-limit, `must be at least -${limit}`)
    .max(limit, `must be at most ${limit}`)

/** What a search for a town takes. */
export const townSearchSchema = z
  .object({
    q: z.string('is missing').trim().min(1, 'is missing').max(100, 'must have at most 100 characters'),
    limit: z.coerce
      .number('must be a number')
      .int('must be whole')
      .min(1, 'must be at least 1')
      .max(20, 'must be at most 20')
      .default(8),
    lat: degrees(90).optional(),
    lng: degrees(180).optional(),
  })
  .transform(({ q, limit, lat, lng }) => ({
    q,
    limit,
    near: lat !== undefined && lng !== undefined ? { lat, lng } : null,
  }))

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value)
const slug = z.preprocess(
  one,
  z
    .string()
    .max(80)
    .regex(/^[a-z0-9-]+$/)
    .nullable()
    .catch(null),
)

/** The query of the list of towns: the area looked at, and the slug of the last town of the page before. */
export const townListSchema = z.object({ area: slug, cursor: slug })
