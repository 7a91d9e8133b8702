import { z } from 'zod'
import { searchSpaces } from '@/lib/spaces/search/queries'

const querySchema = z.string().trim().min(1).max(100)

/** Suggestions for a space's name: `?q=bulle`. */
export async function GET(request: Request): Promise<Response> {
  const parsed = querySchema.safeParse(new URL(request.url).searchParams.get('q'))
  const spaces = parsed.success ? await searchSpaces(parsed.data) : []
  return Response.json({ spaces }, { headers: { 'Cache-Control': 'public, max-age=60' } })
}
