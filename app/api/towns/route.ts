import { badParameters } from '@/lib/http/problems/rules'
import { searchTowns } from '@/lib/towns/queries'
import { townSearchSchema } from '@/lib/towns/schema'

/** Suggestions while a town or a postcode is typed. The same for everyone, and for a day. */
export async function GET(request: Request): Promise<Response> {
  const parsed = townSearchSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success) return badParameters(parsed.error)
  const { q, limit, near } = parsed.data
  const towns = await searchTowns(q, { limit, near, loosely: true })
  return Response.json({ towns }, { headers: { 'Cache-Control': 'public, max-age=86400' } })
}
