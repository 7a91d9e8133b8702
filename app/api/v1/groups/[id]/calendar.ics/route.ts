import { groupFile } from '@/lib/api/queries'
import { now } from '@/lib/clock'
import { shared } from '@/lib/http/answers/rules'
import { problem } from '@/lib/http/problems/rules'

/** Everything a group does as an iCalendar file to subscribe to (RFC 5545). */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/v1/groups/[id]/calendar.ics'>,
): Promise<Response> {
  const file = await groupFile((await params).id, now())
  if (!file) return problem(404, 'Not Found', 'There is no such group.')
  return shared(request, file.content, {
    contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
    maxAge: 60,
    headers: { 'Content-Disposition': `attachment; filename="${file.name}"` },
  })
}
