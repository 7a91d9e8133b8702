import { z } from 'zod'
import { now } from '@/lib/clock'
import { badParameters } from '@/lib/http/problems/rules'
import { spacesToPick } from '@/lib/spaces/search/queries'

const querySchema = z.object({ q: z.string().max(100) })

/** Suggestions while the name of a space is typed: `?q=bulle`. */
export async function GET(request: Request): Promise<Response> {
  const parsed = querySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success) return badParameters(parsed.error)
  const spaces = await spacesToPick(parsed.data.q, now())
  return Response.json({ spaces }, { headers: { 'Cache-Control': 'public, max-age=60' } })
}
