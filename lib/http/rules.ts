/** What a write request says about where it comes from. */
export type WriteOrigin = {
  method: string
  path: string
  origin: string | null
  host: string | null
  secFetchSite: string | null
  contentType: string | null
}

/** The address people use, and whether it is one that anybody on the internet can reach. */
export type Site = { appUrl: string; isPublic: boolean }

const readMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']

// Posted by mail providers, which send no Origin. The signed token in the path is the authority; no cookie is read.
const oneClick = /^\/api\/(leave|never|unsubscribe)\/[^/]+$/

/**
 * May this request change something? A browser always says where a write comes from, so a foreign, `null` or
 * missing origin is refused. Only a program calling the API (no origin, no form's content type) goes without.
 * Source: OWASP CSRF prevention, "Verifying Origin With Standard Headers"; Fetch Metadata (W3C).
 */
export function isTrustedWrite(request: WriteOrigin, site: Site): boolean {
  if (readMethods.has(request.method)) return true
  if (request.secFetchSite !== null && request.secFetchSite !== 'same-origin') return false
  if (request.origin !== null) return isOwnOrigin(request.origin, request.host, site)
  if (oneClick.test(request.path)) return true
  return request.path.startsWith('/api/') && !isForm(request.contentType)
}

function isForm(contentType: string | null): boolean {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
  return formTypes.includes(type)
}

function isOwnOrigin(origin: string, host: string | null, site: Site): boolean {
  if (origin === new URL(site.appUrl).origin) return true
  // A phone on the same network reaches a demo by its address. A literal private address cannot be rebound by DNS.
  if (site.isPublic || host === null) return false
  return origin === `http://${host}` && isPrivateHost(host)
}

/** Is this `Host` value this machine, or a literal private address (RFC 1918, RFC 4193, link-local), with or without port? */
export function isPrivateHost(host: string): boolean {
  const name = host.replace(/:\d+$/, '')
  if (name === 'localhost' || name === '[::1]') return true
  if (/^\[f[cd][0-9a-f]{2}:[0-9a-f:]+\]$/i.test(name) || /^\[fe80:[0-9a-f:]+\]$/i.test(name)) return true
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(name)) return false
  const [a = 0, b = 0] = name.split('.').map(Number)
  return (
    a === 127 ||
    a === 10 ||
    (a === 192 && b === 168) ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 169 && b === 254)
  )
}

/** The policy of one page. `basemapUrl` is a tile template; development needs `eval` for React's error stacks. */
export function contentSecurityPolicy(page: {
  nonce: string
  /** SHA-256 of the styles inside the page, as base64url. */
  styles?: string | undefined
  basemapUrl: string
  /** Whose rooms a page may hold. */
  videoUrl: string | null
  https: boolean
  dev: boolean
}): string {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${page.nonce}' 'strict-dynamic'${page.dev ? " 'unsafe-eval'" : ''}`,
    // Development's own overlay styles itself inline.
    page.dev
      ? "style-src 'self' 'unsafe-inline'"
      : `style-src 'self' 'nonce-${page.nonce}'${page.styles ? ` '${hashSource(page.styles)}'` : ''}`,
    `img-src 'self' data: blob: ${basemapOrigin(page.basemapUrl)}`,
    "font-src 'self'",
    "worker-src 'self'",
    `frame-src ${page.videoUrl ? new URL(page.videoUrl).origin : "'none'"}`,
    `connect-src 'self'${page.dev ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(page.https ? ['upgrade-insecure-requests'] : []),
  ]
  return directives.join('; ')
}

/** CSP 3 §2.3.1, `hash-source`: base64, which pads. */
function hashSource(digest: string): string {
  return `sha256-${Buffer.from(digest, 'base64url').toString('base64')}`
}

function basemapOrigin(template: string): string {
  const [scheme, rest = ''] = template.split('://')
  return `${scheme}://${(rest.split('/')[0] ?? '').replace('{s}', '*')}`
}

/** Headers of every answer, whatever it is. A room of `videoUrl` inside a page may use the camera and the microphone. */
export function securityHeaders(https: boolean, videoUrl: string | null): [string, string][] {
  const room = videoUrl ? ` "${new URL(videoUrl).origin}"` : ''
  const headers: [string, string][] = [
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    // Not `no-referrer`: forms would then send `Origin: null`, and tile servers ask for a referrer.
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    [
      'Permissions-Policy',
      `geolocation=(self), camera=(self${room}), microphone=(${room ? `self${room}` : ''}), payment=(), usb=()`,
    ],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
  ]
  return https ? [...headers, ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains']] : headers
}

/** The methods that a route of the API answers to, as `Allow` lists them (RFC 9110 §10.2.1); null for any other path. */
export function allowedMethods(path: string): string[] | null {
  if (!path.startsWith('/api/v1/')) return null
  if (/^\/api\/v1\/events\/[^/]+\/rsvp$/.test(path)) return ['POST', 'DELETE', 'OPTIONS']
  return ['GET', 'HEAD', 'OPTIONS']
}
