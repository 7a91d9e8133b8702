import { Prisma } from '@/prisma/client/client'
import { staleBefore } from './rules'

/** SQL condition on `spaces`: as `isStale`. */
export const staleSpaces = (now: Date): Prisma.Sql =>
  Prisma.sql`coalesce(spaces.confirmed_on::timestamp AT TIME ZONE 'UTC', spaces.created_at) < ${staleBefore(now)}`
