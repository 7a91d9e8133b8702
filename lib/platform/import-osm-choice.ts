import { parseArgs } from 'node:util'
import { OperatorError } from '@/lib/errors'
import type { BBox } from '@/lib/geo/types'
import { ALSO, type Also, boxOf, MOST_TILES, tilesOf } from '@/lib/imports/overpass/rules'
import { HELP } from '@/lib/platform/import-choice'

/** Kilometres around a town, and the most of them. */
const KM = 10
const MOST_KM = 200

/** What `npm run import -- osm …` asked for. */
export type OsmChoice = {
  /** A box, or kilometres around a town by its name. */
  where: { box: BBox } | { town: string; km: number }
  also: Also[]
  /** Null: that of the settings. */
  server: string | null
}

export function parseOsmChoice(args: string[]): OsmChoice | 'help' {
  const wrong = (sentence: string) => new OperatorError(`${sentence}\n\n${HELP}`, { exitCode: 2 })
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error))
  }
  const { values, positionals } = parsed
  if (values.help) return 'help'
  const where = whereOf(positionals.join(' ').trim(), values.bbox, values.km)
  if (typeof where === 'string') throw wrong(where)
  const also = (values.also?.split(',') ?? []).map((one) => one.trim())
  const unknown = also.find((one) => !Object.hasOwn(ALSO, one))
  if (unknown !== undefined)
    throw wrong(`--also ${unknown} is not known, only ${Object.keys(ALSO).join(' and ')}.`)
  const { server = null } = values
  if (server !== null && !/^https?:$/.test(URL.parse(server)?.protocol ?? ''))
    throw wrong('--server must be an address such as https://overpass-api.de/api/interpreter.')
  return { where, also: [...new Set(also as Also[])], server }
}

function parse(args: string[]) {
  // A box in the south begins with a minus, and would pass for an option.
  const joined = args.flatMap((arg, at) => {
    if (arg === '--bbox' && /^-\d/.test(args[at + 1] ?? '')) return []
    return at > 0 && args[at - 1] === '--bbox' && /^-\d/.test(arg) ? [`--bbox=${arg}`] : [arg]
  })
  return parseArgs({
    args: joined,
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      bbox: { type: 'string' },
      km: { type: 'string' },
      also: { type: 'string' },
      server: { type: 'string' },
    },
  })
}

function whereOf(
  town: string,
  bbox: string | undefined,
  km: string | undefined,
): OsmChoice['where'] | string {
  if (bbox === undefined) {
    if (town === '') return 'Say where: a town, or --bbox south,west,north,east.'
    const radius = km === undefined ? KM : Number(km)
    return radius > 0 && radius <= MOST_KM
      ? { town, km: radius }
      : `--km ${km} is no distance from 1 to ${MOST_KM} kilometres.`
  }
  if (town !== '' || km !== undefined) return 'Either a town (and --km) or --bbox, not both.'
  const box = boxOf(bbox)
  if (!box) return `--bbox ${bbox} is no box: write south,west,north,east in degrees, as 43.4,6.8,43.7,7.3.`
  const tiles = tilesOf(box).length
  return tiles <= MOST_TILES
    ? { box }
    : `--bbox ${bbox} is ${tiles.toLocaleString('en')} square degrees, and ${MOST_TILES} are the most to ask a public ` +
        'server for. Take an extract of the country (download.geofabrik.de, osmium) and import its GeoJSON.'
}
