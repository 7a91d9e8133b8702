import { z } from 'zod'
import { targetOf } from '@/lib/http/outside/rules'
import { oneLine } from '@/lib/text/schema'

/** Pictures that a space may have. */
export const MOST_PHOTOS = 12

const spaceId = z.uuid('place_unknown')

/** A picture's address and what is to be seen. https alone; where it leads is judged again when it is fetched. */
export const addPhotoSchema = z.object({
  spaceId,
  url: z
    .string('photo_url')
    .trim()
    .max(2000, 'photo_url')
    .regex(/^https:\/\//i, 'photo_url')
    .refine((url) => targetOf(url).ok, 'photo_url')
    .transform((url) => new URL(url).href),
  alt: oneLine(200, 'photo_alt_long').min(1, 'photo_alt'),
})

export const photoRefSchema = z.object({ spaceId, photoId: z.uuid('photo_gone') })
export const movePhotoSchema = photoRefSchema.extend({ by: z.enum(['-1', '1'], 'invalid').transform(Number) })
