import { setTimeout as after } from 'node:timers/promises'
import { now } from '@/lib/clock'
import type { Env } from '@/lib/env'
import { OperatorError } from '@/lib/errors'
import { boxAround } from '@/lib/geo/bbox'
import type { BBox } from '@/lib/geo/types'
import { answersFolder, downloadPlaces, forgetAnswers } from '@/lib/imports/overpass/commands'
import { tilesOf, written } from '@/lib/imports/overpass/rules'
import { type Choice, HELP } from '@/lib/platform/import-choice'
import { type OsmChoice, parseOsmChoice } from '@/lib/platform/import-osm-choice'
import { loadSettings } from '@/lib/platform/settings'
import { stopSignal } from '@/lib/platform/signals'
import { searchTowns } from '@/lib/towns/queries'
import type { Town } from '@/lib/towns/rules'

const STOPPED =
  'Stopped half-way: the answers so far are kept for a day, and running it again goes on from there.'

const say = (line: string) => void process.stdout.write(`${line}\n`)

/**
 * `npm run import -- osm …`: asks an Overpass server for what OpenStreetMap knows in an area, and gives the answers to
 * `importFiles` as one file that was downloaded by hand and is called after the area. Answers the exit code.
 */
export async function importOsm(
  args: string[],
  importFiles: (choice: Choice, origin: string) => Promise<number>,
): Promise<number> {
  const choice = parseOsmChoice(args)
  if (choice === 'help') {
    process.stdout.write(HELP)
    return 0
  }
  const signal = stopSignal()
  const env = await loadSettings()
  const { box: area, called } = await areaOf(choice.where)
  const server = choice.server ?? env.overpassUrl
  const tiles = tilesOf(area).length
  say(`Asking ${new URL(server).host} for the box ${written(area)} (south, west, north, east)`)
  if (tiles > 1) say(`in ${tiles} parts, one at a time:`)
  const { also } = choice
  const cache = answersFolder(env.dataDir)
  await forgetAnswers(now(), cache)
  const wait = (milliseconds: number) => after(milliseconds, undefined, { signal })
  const download = await downloadPlaces({
    ...{ area, also, server, cache, now, wait, signal, say },
    userAgent: userAgentOf(env),
  }).catch((error: unknown) => {
    throw signal.aborted ? new OperatorError(STOPPED, { exitCode: 130 }) : error
  })
  if (!download.ok) throw new OperatorError(download.reason)
  if (download.value.length > 0)
    return importFiles(
      { files: download.value, kind: null, map: null, source: null, licence: '' },
      [called, ...also].join(' · '),
    )
  say(
    `OpenStreetMap knows no such place there${also.length === 0 ? ' (--also cafes,libraries asks for more)' : ''}.`,
  )
  return 0
}

/** Servers ask to be told who asks: https://operations.osmfoundation.org/policies/ */
function userAgentOf({ isPublic, appUrl }: Env): string {
  return `Cafetiere (${isPublic ? `+${appUrl}` : 'a private instance'}; import of places to work)`
}

/** The box to ask for, and what the run over it is called. */
async function areaOf(where: OsmChoice['where']): Promise<{ box: BBox; called: string }> {
  if ('box' in where) return { box: where.box, called: written(where.box) }
  const [town, ...others] = await searchTowns(where.town, { limit: 4 })
  if (!town)
    throw new OperatorError(`No town is called "${where.town}". Write it as on a map, or use --bbox.`, {
      exitCode: 2,
    })
  say(`${namely(town)}, ${where.km} km around.`)
  if (others.length > 0)
    say(`Not meant? There are also ${others.map(namely).join('; ')}: add the postcode, or use --bbox.`)
  return { box: boxAround(town, where.km * 1_000), called: `${namely(town)} · ${where.km} km` }
}

const namely = ({ name, postcode, region, country }: Town) =>
  [name, postcode, region, country].filter(Boolean).join(', ')
