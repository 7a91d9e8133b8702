import { type NextRequest, NextResponse } from 'next/server'
import createMiddleware from 'next-intl/middleware'
import { env } from '@/lib/env'
import { allowedMethods, contentSecurityPolicy, isTrustedWrite, securityHeaders } from '@/lib/http/rules'
import { STYLES } from '@/lib/http/terms'
import { routing } from '@/lib/i18n/routing'

const withLocale = createMiddleware(routing)

/** Pages have a language; programs' routes do not. */
const withoutLocale = /^\/((api|healthz|readyz|_next)(\/|$)|(icons\/)?[\w-]+\.[a-z0-9]+$)/i

/** Refuses foreign writes, gives each page its nonce and its language. Authorization is not here: it is in the commands. */
export default function proxy(request: NextRequest): NextResponse {
  const { appUrl, isPublic, basemapUrl, videoUrl } = env()
  const https = appUrl.startsWith('https://')
  const { headers, method, nextUrl } = request
  const trusted = isTrustedWrite(
    {
      method,
      path: nextUrl.pathname,
      origin: headers.get('origin'),
      host: headers.get('host'),
      secFetchSite: headers.get('sec-fetch-site'),
      contentType: headers.get('content-type'),
    },
    { appUrl, isPublic },
  )
  if (!trusted) return secured(refusal())
  const allowed = allowedMethods(nextUrl.pathname)
  if (allowed && !allowed.includes(method)) return secured(notAllowed(allowed))
  if (withoutLocale.test(nextUrl.pathname)) return secured(NextResponse.next())

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy({
    nonce,
    styles: STYLES,
    basemapUrl,
    videoUrl,
    https,
    dev: process.env.NODE_ENV === 'development',
  })
  headers.set('x-nonce', nonce)
  // A page that is not found hears nothing else of what was asked for.
  headers.set('x-path', nextUrl.pathname)
  headers.set('Content-Security-Policy', policy)
  const response = withLocale(request)
  response.headers.set('Content-Security-Policy', policy)
  return secured(response)
}

function refusal(): NextResponse {
  const title = 'Request from another site refused'
  return refused(
    403,
    title,
    'This change was not sent from this site. Open the page again and send it from there.',
  )
}

function notAllowed(methods: string[]): NextResponse {
  const allow = methods.join(', ')
  const answer = refused(405, 'Method not allowed', `This address answers to ${allow} only.`)
  answer.headers.set('Allow', allow)
  return answer
}

function refused(status: number, title: string, detail: string): NextResponse {
  return NextResponse.json(
    { type: 'about:blank', title, status, detail },
    { status, headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' } },
  )
}

function secured(response: NextResponse): NextResponse {
  const { appUrl, videoUrl } = env()
  for (const [name, value] of securityHeaders(appUrl.startsWith('https://'), videoUrl))
    response.headers.set(name, value)
  return response
}

// A proxy keeps a copy of every body: uploads of whole files judge their origin themselves (app/api/imports).
export const config = { matcher: ['/((?!_next/static|api/imports$).*)'] }
