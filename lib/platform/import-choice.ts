import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { OperatorError } from '@/lib/errors'
import { TARGETS, type Target } from '@/lib/imports/readers/schema'
import { type SpaceKind, spaceKindSchema } from '@/lib/spaces/schema'
import { SPACE_KINDS } from '@/lib/spaces/terms'

export const HELP = `Import places to work from open data.

  npm run import -- spaces FILE… [--kind KIND]
  npm run import -- spaces TABLE --map name=COLUMN,lat=COLUMN,lng=COLUMN… [--source NAME] [--licence NAME]
  npm run import -- runs
  npm run import -- undo RUN
  npm run import -- osm TOWN [--km 10] [--also cafes,libraries] [--server URL]
  npm run import -- osm --bbox SOUTH,WEST,NORTH,EAST [--also cafes,libraries] [--server URL]

FILE   Files, or folders of them (.json, .geojson, .csv, .tsv):
       OpenStreetMap as GeoJSON (overpass-turbo, osmium, QuickOSM) or an Overpass answer in JSON ("out center tags").
       Taken of it: amenity=coworking_space, office=coworking, and cafés and libraries with internet_access.
       Tables of French open data that are known by their columns: Centre-Val de Loire, Gironde, Maine-et-Loire,
       Aix-en-Provence, La Réunion, Auvergne-Rhône-Alpes, acceslibre, cafés of Paris; and commitcoffee.
       CSV (commas, semicolons or tabs) or JSON, in UTF-8 or Latin-1.
--kind What rows without any OSM tag, or of a table mapped by hand, are: ${SPACE_KINDS.join(', ')}.
       Without it the file's name tells, as in london-coworking.geojson.
--map  Which columns of an unknown table say what, as name=c_nom,lat=c_lat,lng=c_lon. Known are:
       ${TARGETS.slice(0, 11).join(', ')},
       ${TARGETS.slice(11).join(', ')}.
TOWN   A town or a postcode ("Cannes", "Saint-Denis 93"). Asks OpenStreetMap itself, through an Overpass server, for
       the coworking spaces around it; large boxes are asked for in parts, one at a time. Answers are kept for a day,
       so that what broke off goes on where it was. All of it is one run.
--km   How far around the town, 1 to 200.
--bbox A box in degrees instead of a town.
--also Cafés and libraries too, those that say that they have internet.
--server  Another server than OVERPASS_URL: https://wiki.openstreetmap.org/wiki/Overpass_API lists some.

runs   What was imported, the latest first. undo takes back all that a run did; what later runs, owners or people there
       said stays. A run that broke off goes on where it was when the same is asked again.

New rows that are certainly a place that is there already become part of it; doubtful ones are asked about at
/admin/doubles. Run it again whenever the files are newer: what changed is updated, what vanished stays, and what an
owner or people there said is kept. It may run beside \`npm start\`. Data of OpenStreetMap © its contributors, ODbL.

Exit code: 0 done; 1 some rows were broken, or the database or the server failed; 2 wrong use, or a file that cannot be read.
`

/** What was asked for on the command line. `map` gives columns by what they say; null when none is mapped. */
export type Choice = {
  /** Files and folders. */
  files: string[]
  kind: SpaceKind | null
  map: Partial<Record<Target, string>> | null
  source: string | null
  licence: string
}

export function parseChoice(args: string[]): Choice | 'help' {
  const wrong = (sentence: string) => new OperatorError(`${sentence}\n\n${HELP}`, { exitCode: 2 })
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error))
  }
  const { values, positionals } = parsed
  if (values.help) return 'help'
  const [what, ...files] = positionals
  if (what !== 'spaces')
    throw wrong(what ? `"${what}" cannot be imported, only spaces and osm.` : 'Say what to import.')
  if (files.length === 0) throw wrong('Name at least one file.')
  const kind = spaceKindSchema.optional().safeParse(values.kind)
  if (!kind.success) throw wrong(`--kind ${values.kind} is not known.`)
  const map = values.map === undefined ? null : mapOf(values.map)
  if (typeof map === 'string') throw wrong(map)
  // npm runs scripts in the root, whatever folder it was called from; files are meant from there.
  const from = process.env.INIT_CWD ?? process.cwd()
  const here = files.map((file) =>
    path.isAbsolute(file) ? file : path.relative('', path.resolve(from, file)) || '.',
  )
  const { source = null, licence = '' } = values
  return { files: here, kind: kind.data ?? null, map, source, licence }
}

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      kind: { type: 'string' },
      map: { type: 'string' },
      source: { type: 'string' },
      licence: { type: 'string' },
    },
  })

const targetSchema = z.enum(TARGETS)

/** "name=c_nom,lat=c_lat" as columns by what they say; a sentence when it cannot be meant. */
function mapOf(typed: string): Partial<Record<Target, string>> | string {
  const map: Partial<Record<Target, string>> = {}
  for (const pair of typed.split(',')) {
    const at = pair.indexOf('=')
    const target = targetSchema.safeParse(pair.slice(0, at).trim())
    const column = pair.slice(at + 1).trim()
    if (at < 1 || column === '') return `--map ${pair} is no pair: write name=COLUMN.`
    if (!target.success) return `--map ${pair}: "${pair.slice(0, at).trim()}" is not known.`
    map[target.data] = column
  }
  return map.name ? map : '--map must say which column is the name.'
}
