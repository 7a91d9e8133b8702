import { z } from 'zod'

/** The signed draft and person of a mail that asks for the face of an outing. */
export const faceTokenSchema = z.string().max(160)
