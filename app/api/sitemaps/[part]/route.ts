import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { problem } from '@/lib/http/problems/rules'
import { languagesOf } from '@/lib/i18n/alternates'
import { townPath, townsPath } from '@/lib/i18n/paths'
import { type Listed, pagesOf } from '@/lib/sitemaps/queries'
import { PART, urlsOf } from '@/lib/sitemaps/rules'
import { partSchema } from '@/lib/sitemaps/schema'

/** /sitemap-….xml: one part of the sitemap, written while it is read. */
export async function GET(_: Request, { params }: RouteContext<'/api/sitemaps/[part]'>): Promise<Response> {
  const part = partSchema.safeParse((await params).part)
  if (!part.success)
    return problem(404, 'Not Found', 'There is no such part: see /sitemap.xml for those there are.')
  return new Response(xmlOf(pagesOf(part.data, now())), {
    headers: { 'Content-Type': 'application/xml', 'Cache-Control': 'public, max-age=3600' },
  })
}

function xmlOf(pages: AsyncGenerator<Listed[]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    start: (stream) => stream.enqueue(encoder.encode(PART.head)),
    async pull(stream) {
      const { value, done } = await pages.next()
      const text = done ? PART.foot : value.map((page: Listed) => urlsOf(entryOf(page))).join('')
      // An empty chunk would not ask for the next one.
      stream.enqueue(encoder.encode(text || '\n'))
      if (done) stream.close()
    },
    cancel: () => void pages.return(undefined),
  })
}

function entryOf(page: Listed) {
  const { appUrl } = env()
  const paths = languagesOf(
    'path' in page ? page.path : (locale) => (page.town ? townPath(locale, page.town) : townsPath(locale)),
  )
  const languages = Object.entries(paths).map(([name, path]) => [name, `${appUrl}${path}`])
  return { languages: Object.fromEntries(languages), changed: page.changed }
}
