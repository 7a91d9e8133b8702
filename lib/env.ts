import path from 'node:path'
import { z } from 'zod'
import { emailSchema } from '@/lib/accounts/schema'
import { OperatorError } from '@/lib/errors'
import { SERVICES, type Service } from '@/lib/geocoding/schema'
import { type HelpLine, helpLinesSchema } from '@/lib/loneliness/help/schema'
import { publicKeyOf } from '@/lib/push/rules'

export type Env = {
  port: number
  /** Origin that links are built from, without a trailing slash. Never taken from a request's Host. */
  appUrl: string
  /** appUrl is reachable from the internet (neither loopback nor a private network). */
  isPublic: boolean
  /** No SMTP_URL and not public: mail stays on this machine and is readable at /inbox. */
  demo: boolean
  /** Empty until the embedded server is up, or during a build. */
  databaseUrl: string
  /** Absolute. */
  dataDir: string
  authSecret: string
  /** Private key that pushes are signed with; empty where nothing is pushed. */
  vapidKey: string
  smtpUrl: string | null
  mailFrom: string
  basemapUrl: string
  basemapAttribution: string
  /** The interpreter of an Overpass server, which imports ask for places. */
  overpassUrl: string
  /** Who is asked for addresses that we do not know. */
  geocoder: 'none' | Service
  /** A server of that kind; null: the public one. */
  geocoderUrl: string | null
  instanceName: string
  /** ISO 3166-1 alpha-2: whose help lines are shown. */
  helpCountry: string
  /** The instance's own help lines; null: those packaged for the country. */
  helpLines: HelpLine[] | null
  /** A server of video rooms that works as Jitsi Meet does, without a trailing slash; null where there is none. */
  videoUrl: string | null
  /** Addresses of those who look after the instance; normalised. */
  admins: string[]
  /** The jobs are done inside `npm start`. Otherwise `npm run worker` does them. */
  worker: boolean
  /** What the map shows is kept in memory, and its tiles are answered from there. */
  mapMemory: boolean
  /** The last hop of X-Forwarded-For is our own proxy's word for the client's address. */
  trustProxy: boolean
  legal: { publisher: string; address: string; siret: string; contact: string; hosting: string }
}

/** Thrown by env(); its message has one sentence per wrong variable. */
export class EnvError extends OperatorError {
  override name = 'EnvError'
}

const text = (max: number) => z.string().trim().max(max, `must be at most ${max} characters`)
const flag = z.enum(['0', '1', 'true', 'false'], 'must be 1 or 0').transform((v) => v === '1' || v === 'true')

function url(protocols: string[], example: string) {
  const hint = `must be an address such as ${example}`
  return text(2000).refine((value) => {
    const parsed = URL.parse(value)
    return parsed !== null && protocols.includes(parsed.protocol) && parsed.hostname !== ''
  }, hint)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 1 to 65535')
    .transform(Number)
    .refine((n) => n >= 1 && n <= 65535, 'must be a number from 1 to 65535')
    .default(3000),
  APP_URL: url(['http:', 'https:'], 'https://cafe.example.org').optional(),
  DATABASE_URL: url(
    ['postgres:', 'postgresql:'],
    'postgresql://user:password@db.example.org:5432/cafetiere',
  ).default(''),
  DATA_DIR: text(1000).default('.data'),
  AUTH_SECRET: text(500)
    .min(32, 'must be at least 32 characters long; `openssl rand -base64 33` makes a good one')
    .default(''),
  VAPID_KEY: text(100)
    .refine(
      (v) => publicKeyOf(v) !== null,
      'must be a P-256 private key in base64url, 43 characters; without it one is made and kept in DATA_DIR',
    )
    .optional(),
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtps://user:password@mail.example.org:465').optional(),
  /** Set by the start for itself: the demo's own mail server on loopback. */
  DEMO_SMTP_URL: url(['smtp:'], 'smtp://127.0.0.1:2525').optional(),
  MAIL_FROM: text(320)
    .regex(
      /^[^\r\n<>@]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/,
      'must look like Cafetière <hello@example.org>',
    )
    .optional(),
  BASEMAP_URL: url(['http:', 'https:'], 'https://tiles.example.org/{z}/{x}/{y}.png')
    .refine((v) => ['{z}', '{x}', '{y}'].every((part) => v.includes(part)), 'must contain {z}, {x} and {y}')
    .default('https://tile.openstreetmap.org/{z}/{x}/{y}.png'),
  BASEMAP_ATTRIBUTION: text(300).default('© OpenStreetMap contributors'),
  OVERPASS_URL: url(['http:', 'https:'], 'https://overpass.example.org/api/interpreter').default(
    'https://overpass-api.de/api/interpreter',
  ),
  GEOCODER: z.enum(['none', ...SERVICES], `must be one of none, ${SERVICES.join(', ')}`).default('none'),
  GEOCODER_URL: url(['http:', 'https:'], 'https://geocoder.example.org/search').optional(),
  HELP_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be two capitals, such as FR')
    .default('FR'),
  HELP_LINES: text(4000)
    .transform((v, context): HelpLine[] => {
      const lines = helpLinesSchema.safeParse(jsonOf(v))
      if (lines.success) return lines.data
      context.addIssue(
        `must be JSON such as [{"name":"SOS Amitié","phone":"09 72 39 40 50","hours":"day and night"}]`,
      )
      return z.NEVER
    })
    .optional(),
  VIDEO_URL: url(['http:', 'https:'], 'https://meet.example.org').optional(),
  INSTANCE_NAME: text(60).min(1).default('Cafetière'),
  ADMIN_EMAILS: text(2000)
    .transform((v) => v.split(',').flatMap((part) => part.trim() || []))
    .refine(
      (all) => all.length <= 20 && all.every((one) => emailSchema.safeParse(one).success),
      'must be at most 20 addresses separated by commas, such as ada@example.org',
    )
    .transform((all) => all.map((one) => emailSchema.parse(one)))
    .default([]),
  WORKER: flag.default(true),
  MAP_MEMORY: flag.default(true),
  TRUST_PROXY: flag.default(false),
  LEGAL_PUBLISHER: text(200).default(''),
  LEGAL_ADDRESS: text(400).default(''),
  LEGAL_SIRET: text(20)
    .transform((v) => v.replaceAll(' ', ''))
    .refine((v) => v === '' || /^\d{14}$/.test(v), 'must have 14 digits')
    .default(''),
  LEGAL_CONTACT: text(200).default(''),
  LEGAL_HOSTING: text(400).default(''),
})

const PRIVATE_HOST =
  /^(localhost|127\.[\d.]+|\[::1\]|10\.[\d.]+|192\.168\.[\d.]+|172\.(1[6-9]|2\d|3[01])\.[\d.]+|169\.254\.[\d.]+|\[f[cde][\da-f:]*\]|[^.:]+|.*\.(localhost|local|lan|internal|test|home\.arpa))$/i

/** Is this origin reachable from the internet, going by its host name alone? */
export function isPublicUrl(appUrl: string): boolean {
  return !PRIVATE_HOST.test(new URL(appUrl).hostname)
}

/** Reads the environment. Pure: every problem comes back as one sentence that says how to mend it. */
export function parseEnv(
  source: Record<string, string | undefined>,
): { ok: true; env: Env } | { ok: false; problems: string[] } {
  // An empty value in a .env file means "not set", not "set to nothing".
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map((i) => `${String(i.path[0])} ${i.message}.`) }
  }
  const v = parsed.data
  const appUrl = (v.APP_URL ?? `http://localhost:${v.PORT}`).replace(/\/+$/, '')
  const isPublic = isPublicUrl(appUrl)
  const problems = originProblems(appUrl, isPublic, v)
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    env: {
      port: v.PORT,
      appUrl,
      isPublic,
      demo: v.SMTP_URL === undefined && !isPublic,
      databaseUrl: v.DATABASE_URL,
      dataDir: path.resolve(v.DATA_DIR),
      authSecret: v.AUTH_SECRET,
      vapidKey: v.VAPID_KEY ?? '',
      smtpUrl: v.SMTP_URL ?? v.DEMO_SMTP_URL ?? null,
      mailFrom: v.MAIL_FROM ?? `${v.INSTANCE_NAME} <no-reply@${new URL(appUrl).hostname}>`,
      basemapUrl: v.BASEMAP_URL,
      basemapAttribution: v.BASEMAP_ATTRIBUTION,
      overpassUrl: v.OVERPASS_URL,
      geocoder: v.GEOCODER,
      geocoderUrl: v.GEOCODER_URL ?? null,
      instanceName: v.INSTANCE_NAME,
      helpCountry: v.HELP_COUNTRY,
      helpLines: v.HELP_LINES ?? null,
      videoUrl: v.VIDEO_URL?.replace(/\/+$/, '') ?? null,
      admins: v.ADMIN_EMAILS,
      worker: v.WORKER,
      mapMemory: v.MAP_MEMORY,
      trustProxy: v.TRUST_PROXY,
      legal: {
        publisher: v.LEGAL_PUBLISHER,
        address: v.LEGAL_ADDRESS,
        siret: v.LEGAL_SIRET,
        contact: v.LEGAL_CONTACT,
        hosting: v.LEGAL_HOSTING,
      },
    },
  }
}

function originProblems(appUrl: string, isPublic: boolean, v: z.output<typeof variables>): string[] {
  const problems: string[] = []
  const { pathname, search, hash, username } = new URL(appUrl)
  if (pathname !== '/' || search || hash || username) {
    problems.push('APP_URL must be an origin alone, such as https://cafe.example.org, without a path.')
  }
  if (!isPublic) return problems
  if (!appUrl.startsWith('https:')) problems.push('APP_URL is public, so it must start with https://.')
  if (!v.SMTP_URL) {
    problems.push(
      'SMTP_URL is missing: with a public APP_URL, sign-in codes must leave by a real mail server, such as smtps://user:password@mail.example.org:465.',
    )
  }
  if (!v.AUTH_SECRET) {
    problems.push(
      'AUTH_SECRET is missing: with a public APP_URL it must be given and kept; `openssl rand -base64 33` makes one.',
    )
  }
  return problems
}

let parsed: Env | undefined

/** The environment, parsed once per process. Throws EnvError with the sentences of parseEnv. */
export function env(): Env {
  if (parsed) return parsed
  const result = parseEnv(process.env)
  if (!result.ok) throw new EnvError(result.problems.join('\n'))
  const missing = [!result.env.databaseUrl && 'DATABASE_URL', !result.env.authSecret && 'AUTH_SECRET'].filter(
    Boolean,
  )
  if (missing.length > 0 && process.env.NEXT_PHASE !== 'phase-production-build') {
    throw new EnvError(
      `${missing.join(' and ')} not set: start with \`npm start\` or \`npm run dev\`, which set them.`,
    )
  }
  parsed = result.env
  return parsed
}
