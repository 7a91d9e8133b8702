import { eventFile } from '@/lib/api/queries'
import { shared } from '@/lib/http/answers/rules'
import { problem } from '@/lib/http/problems/rules'

/** The event as an iCalendar file (RFC 5545). */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/v1/events/[id]/calendar.ics'>,
): Promise<Response> {
  const file = await eventFile((await params).id)
  if (!file) return problem(404, 'Not Found', 'There is no such event.')
  return shared(request, file.content, {
    contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
    maxAge: 60,
    headers: { 'Content-Disposition': `attachment; filename="${file.name}"` },
  })
}
