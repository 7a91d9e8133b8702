import { hasLocale } from 'next-intl'
import { isAdmin } from '@/lib/admin/queries'
import { currentActor } from '@/lib/auth'
import { env } from '@/lib/env'
import { problem } from '@/lib/http/problems/rules'
import { isTrustedWrite } from '@/lib/http/rules'
import { routing } from '@/lib/i18n/routing'
import { requestImport } from '@/lib/imports/intake/commands'
import { uploadSchema } from '@/lib/imports/intake/schema'
import { readUpload } from '@/lib/imports/upload'

/**
 * Takes a file of places from the administrator's form, whatever its size up to the limit, and has the worker import
 * it. Not a server action: those read a whole body into memory.
 */
export async function POST(request: Request): Promise<Response> {
  const { headers, url, method } = request
  const { appUrl, isPublic } = env()
  const origin = {
    ...{ method, path: '/api/imports', origin: headers.get('origin'), host: headers.get('host') },
    ...{ secFetchSite: headers.get('sec-fetch-site'), contentType: headers.get('content-type') },
  }
  if (!isTrustedWrite(origin, { appUrl, isPublic }))
    return problem(403, 'Request from another site refused', 'Open the page again and send it from there.')
  const actor = await currentActor()
  if (!isAdmin(actor) || !actor) return problem(404, 'Not Found', 'There is nothing here.')
  const asked = new URL(url).searchParams.get('locale')
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale
  const back = (query: string) => redirect(`/${locale}/admin/imports${query}`)
  const { name, fields, taken } = await readUpload(request)
  if (!taken.ok) return back(`?problem=${taken.reason}`)
  const said = uploadSchema.safeParse(fields)
  const { file, sha256 } = taken.value
  const options = { file, ...(said.success ? said.data : {}) }
  const run = await requestImport(actor, { origin: name, sha256, options })
  return run.ok ? back(`/${run.value}`) : problem(404, 'Not Found', 'There is nothing here.')
}

const redirect = (to: string) => new Response(null, { status: 303, headers: { Location: to } })
