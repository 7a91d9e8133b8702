/** The closed vocabulary of the layout: what may stand at the top, and what a file of each folder may be called. */

export const TOP_FOLDERS = [
  'app',
  'components',
  'lib',
  'prisma',
  'public',
  'e2e',
  'bench',
  'scripts',
  'docs',
  '.ci',
]

export const TOP_FILES = [
  ...[
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'biome.json',
    '.gitignore',
    '.gitattributes',
    '.npmrc',
  ],
  ...[
    'next.config.mjs',
    'postcss.config.mjs',
    'prisma.config.ts',
    'vitest.config.ts',
    'playwright.config.ts',
  ],
  ...['proxy.ts', 'instrumentation.ts', '.env.example', 'README.md', 'CONTRIBUTING.md', 'LICENSE'],
]

/** File names that Next gives a meaning to, plus `actions.ts` and the global stylesheet. */
export const ROUTE_FILE =
  /^((page|layout|template|loading|error|global-error|not-found|default|icon|apple-icon|opengraph-image)\.tsx|(route|actions|sitemap|robots|manifest)\.ts|globals\.css|(icon|favicon|apple-icon)\.(svg|ico|png))$/

export const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Names that say nothing of what is inside. */
export const VAGUE = /^(utils?|helpers?|misc|common|shared|stuff|index|types-and-utils)$/

/** What tests read: kept in a folder called `fixtures` beside them. */
export const FIXTURE_FILE = /\.(json|geojson|ics|osm|csv|txt|eml|html|sql)$/

/** A file of a domain folder: a room, or packaged data. Tests are named after what they test. */
export const ROOM_FILE = /^(terms|schema|rules|policy|queries|commands)\.ts$|^[a-z0-9-]+\.json$/
