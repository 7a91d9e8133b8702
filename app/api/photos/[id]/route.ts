import { now } from '@/lib/clock'
import { isKnown, tagOf } from '@/lib/http/answers/rules'
import { openPhoto } from '@/lib/spaces/photos/commands'

type Context = RouteContext<'/api/photos/[id]'>

/** Whatever the bytes are: a browser that is led here shows a picture or nothing. */
const SHUT = { 'Content-Security-Policy': "default-src 'none'", 'X-Content-Type-Options': 'nosniff' }
/** A day; a week more while the next one is asked for. */
const CACHED = 'public, max-age=86400, stale-while-revalidate=604800'

/** A picture that whoever has the place gave, from this server: its own learns of nobody who looks. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  const photo = await openPhoto(id, now())
  if (!photo.ok) return nothing(photo.reason === 'unknown' ? 404 : 502)
  const { handle, type, bytes, keptAt } = photo.value
  const tag = tagOf(`${id} ${bytes} ${keptAt.getTime()}`)
  const headers = { ...SHUT, 'Cache-Control': CACHED, ETag: tag, 'Content-Type': type }
  const known = isKnown(request, tag)
  if (!known && request.method !== 'HEAD') {
    const body = handle.readableWebStream({ autoClose: true })
    return new Response(body as ReadableStream, { headers })
  }
  await handle.close()
  return new Response(null, { status: known ? 304 : 200, headers })
}

/** Not why: the answer must not tell what this server can reach. */
function nothing(status: 404 | 502): Response {
  const words = status === 404 ? 'There is no such picture.\n' : 'This picture cannot be shown now.\n'
  const headers = { ...SHUT, 'Cache-Control': 'no-store', 'Content-Type': 'text/plain; charset=utf-8' }
  return new Response(words, { status, headers })
}
