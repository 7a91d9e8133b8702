import { Prisma } from '@/prisma/client/client'
import { staleBefore } from './rules'

/** SQL expression of a row of `spaces`: the instant of which `isStale` asks how long ago it is. */
export const CHECKED_AT = Prisma.sql`coalesce(spaces.confirmed_on::timestamp AT TIME ZONE 'UTC', spaces.created_at)`

/** SQL condition on `spaces`: as `isStale`. */
export const staleSpaces = (now: Date): Prisma.Sql => Prisma.sql`${CHECKED_AT} < ${staleBefore(now)}`
