import { openApi } from '@/lib/api/openapi/rules'
import { env } from '@/lib/env'
import { shared } from '@/lib/http/answers/rules'

/** What programs may ask of this instance (OpenAPI 3.1). */
export function GET(request: Request): Response {
  const { appUrl, instanceName } = env()
  const body = JSON.stringify(openApi({ appUrl, title: instanceName }))
  return shared(request, body, { contentType: 'application/json', maxAge: 3600 })
}
