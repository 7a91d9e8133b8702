import { setTimeout as wait } from 'node:timers/promises'
import { currentActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { badParameters } from '@/lib/http/problems/rules'
import { search } from '@/lib/search/commands'
import { searchQuerySchema } from '@/lib/search/schema'

/**
 * Suggestions while somebody types: `?q=la+ru&near=43.55,7.01&lang=fr`, in groups. `ask` says that `addresses=1` may find
 * more. For this viewer alone: homes of people from whom they are hidden are left out.
 */
export async function GET(request: Request): Promise<Response> {
  const parsed = searchQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success) return badParameters(parsed.error)
  const { q, near, lang, addresses } = parsed.data
  const viewerId = (await currentActor())?.id ?? null
  const results = await search(
    { text: q, near: near ?? null, language: lang, viewerId, now: now(), typing: true },
    { addresses: addresses === '1', wait },
  )
  return Response.json(results, { headers: { 'Cache-Control': 'private, max-age=60', Vary: 'Cookie' } })
}
