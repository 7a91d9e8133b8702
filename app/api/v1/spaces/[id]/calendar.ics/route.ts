import { spaceFile } from '@/lib/api/spaces/queries'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { shared } from '@/lib/http/answers/rules'
import { problem } from '@/lib/http/problems/rules'
import { spaceOfAlias } from '@/lib/spaces/page/queries'

/** What takes place at a space as an iCalendar file to subscribe to (RFC 5545). */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/v1/spaces/[id]/calendar.ics'>,
): Promise<Response> {
  const { id } = await params
  const file = await spaceFile(id, now())
  if (file) {
    return shared(request, file.content, {
      contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
      maxAge: 60,
      headers: { 'Content-Disposition': `attachment; filename="${file.name}"` },
    })
  }
  // Who subscribed to a double goes on hearing of what takes place.
  const kept = await spaceOfAlias(id)
  if (kept) return Response.redirect(`${env().appUrl}/api/v1/spaces/${kept.id}/calendar.ics`, 308)
  return problem(404, 'Not Found', 'There is no such space.')
}
