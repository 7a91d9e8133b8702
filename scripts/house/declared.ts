/**
 * The declared places: everything that the rooms of a domain do not cover, each with its reason.
 * A new line here is a decision; say why in one line, and in docs/decisions when it is not obvious.
 */

/** Pure files at the root of lib: no clock, no environment, no input or output. Everybody may import them. */
export const PURE_BASE = ['result', 'errors', 'slug', 'secrets']

/** Files at the root of lib that touch the outside, one job each. */
export const BASE = ['env', 'db', 'db-errors', 'auth', 'action', 'clock', 'log']

/** Folders of lib with free file names, because what they hold is neither a read, a write nor a rule. */
export const FREE_FOLDERS: Record<string, string> = {
  'lib/geo': 'pure geometry, one notion a file',
  'lib/i18n': "next-intl's wiring and the messages",
  'lib/platform': 'what `npm start` and the Next server do around the application',
  'lib/testing': 'template database and makers; tests only',
}

/** Adapters: single files beside a domain's rooms that speak to something outside. */
export const ADAPTERS: Record<string, string> = {
  'lib/mail/transport.ts': 'speaks SMTP',
  'lib/http/fetch-public.ts': 'fetches addresses that people typed',
  'lib/spaces/photos/disk.ts': 'keeps pictures on disk',
  'lib/push/service.ts': 'speaks to the push services of browsers',
  'lib/mail/demo-inbox.ts': "the demo's own SMTP server on loopback",
  'lib/jobs/boss.ts': 'speaks to pg-boss',
  'lib/jobs/worker.ts': 'does what each job asks for',
  'lib/jobs/recurring.ts': 'what is done by the calendar',
  'lib/map/memory/keeper.ts': 'keeps the map in memory in step with the database',
  'lib/imports/upload.ts': 'reads a multipart body while it comes',
  'lib/calendar/ics.ts': 'writes iCalendar (RFC 5545)',
  'lib/calendar/vtimezone.ts': 'writes a VTIMEZONE (RFC 5545 §3.6.5)',
}

/** Pure libraries that rules, schemas and geo may use beside zod. */
export const PURE_PACKAGES: Record<string, string> = {
  zod: 'the schemas',
  'rrule-temporal': 'recurrence rules, expanded in wall-clock time',
  'temporal-polyfill': 'wall-clock time',
  opening_hours: 'the OSM opening hours grammar',
  '@photostructure/tz-lookup': 'time zone of a coordinate, from a packaged table',
  'edmonds-blossom': 'maximum-weight matching in any graph',
  'csv-stringify/sync': 'CSV that guards against formulas',
  'node:crypto': 'hashes and signatures',
  proj4: 'map projections',
  tldts: 'registrable domains, from the packaged public suffix list',
}

/** Domains whose commands other domains' commands and adapters may call inside their own transaction. */
export const SHARED_COMMANDS: Record<string, string> = {
  'lib/jobs/commands.ts': 'a job is enqueued in the transaction that causes it',
  'lib/events/publishing/commands.ts': 'an event that comes of something else is published as every other',
  'lib/coffees/commands.ts':
    'coffees end where one of their people is erased or blocked, and begin where others propose them',
  'lib/homes/commands.ts': 'a block ends a seat at the table of the other',
  'lib/geocoding/commands.ts': 'an answer from outside is remembered by whoever asked for it',
  'lib/groups/commands.ts': 'groups are passed on where their owner is erased',
  'lib/limits/commands.ts': 'a limit is taken where the thing it limits is done',
  'lib/settings/commands.ts': 'every mail carries the link that ends its kind',
  'lib/mail/commands.ts': 'who has something to tell somebody sends it the one way out',
  'lib/push/commands.ts': 'a reminder rings as well',
  'lib/ties/commands.ts': 'a block ends what two people said of each other',
  'lib/imports/spaces/commands.ts': 'whoever adds a place takes turns with imports',
  'lib/imports/merging/commands.ts': 'sources have their say again where people take back theirs',
  'lib/spaces/observations/commands.ts': 'places that become one count what people found at both',
  'lib/spaces/corrections/commands.ts': 'what people wrote of places goes when they are erased',
  'lib/rsvps/commands.ts': 'a code proven or a mail written settles the seat that it is about',
}

/** Who else may read process.env, beside config files, scripts, bench and e2e. */
export const ENV_READERS: Record<string, string> = {
  'lib/env.ts': 'parses the environment, once',
  'instrumentation.ts': 'Next inlines NEXT_RUNTIME at build time',
  'lib/log.ts': 'speaks before the environment is parsed, and about it',
  'lib/platform/': 'hands the environment on to the processes it starts',
  'proxy.ts': 'Next inlines NODE_ENV at build time',
  'app/[locale]/layout.tsx': 'the same: a built page links to no styles',
  'lib/http/terms.ts': 'Next inlines NEXT_PUBLIC_STYLES at build time',
  'lib/testing/': 'points each test worker at its own database',
}

/** Who may read the clock. A component goes here only when it ticks in the browser. */
export const CLOCK_READERS: Record<string, string> = {
  'lib/clock.ts': 'the only clock of the application',
  'lib/platform/': 'times its steps, and waits for processes until a deadline',
  'components/checkin/use-door.ts': 'notes in the browser when somebody was seen, network or not',
  'components/sign-in/time-left.tsx': 'counts down in the browser',
  'components/loneliness/private-check.tsx':
    'the day of a check is the phone’s own, which no server hears of',
  'components/coffees/call.tsx': 'ends a call in the browser when its time is over',
}

/** Libraries that no component of the browser brings along, and what they are. */
export const KEPT_OFF_PHONES: Record<string, string> = {
  zod: 'zod (27 kB)',
  'temporal-polyfill': 'a calendar (17 kB)',
  'rrule-temporal': 'a calendar and its rules',
  opening_hours: 'a grammar of opening hours',
}

/** Components of the browser that may bring one of them all the same, by its name, each with its reason. */
export const MAY_WEIGH: Record<string, Record<string, string>> = {}

/** `CLOCK_READERS` and `ENV_READERS` hold files, and folders with a trailing slash. */
export function isDeclared(table: Record<string, string>, path: string): boolean {
  return Object.keys(table).some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place))
}
