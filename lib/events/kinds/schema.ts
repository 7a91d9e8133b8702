import { z } from 'zod'
import { EVENT_KINDS } from './terms'

export const eventKindSchema = z.enum(EVENT_KINDS)
