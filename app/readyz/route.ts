import { problem } from '@/lib/http/problems/rules'
import { databaseAnswers } from '@/lib/instance/queries'

/** It can serve: the database answers. */
export async function GET(): Promise<Response> {
  if (!(await databaseAnswers())) return problem(503, 'Service Unavailable', 'The database does not answer.')
  return new Response('ready\n', { headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' } })
}
