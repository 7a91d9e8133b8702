import { median } from '@/bench/median'
import { gazetteer } from '@/lib/towns/gazetteer/queries'
import { SIZE } from './behaviours'
import { FEATURES, type Feature, simulate } from './simulate'
import { type Tally, tally } from './tally'
import { makeWorld, type Town } from './world'

/** From Fréjus to Menton, and up to Grasse and Vence. Degrees. */
const RIVIERA = { west: 6.6, south: 43.35, east: 7.55, north: 43.85 }

/** "seeAgain" as one says it. */
const words = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

const ARMS: [name: string, features: readonly Feature[]][] = [
  ['off', []],
  ...FEATURES.map((feature): [string, Feature[]] => [`only ${words(feature)}`, [feature]]),
  ['on, all of them', FEATURES],
]

/** What the bench says of itself, before anything else. */
export const ABOUT = [
  'A test of the mechanics: do the rules of these features, run together, bring about what they are meant to?',
  'It is NOT evidence about people. Everything people do in it is assumed, in bench/simulation/behaviours.ts.',
  `Per person: medians over ${SIZE.seeds.length} worlds of ${SIZE.people} people and ${SIZE.weeks} weeks.`,
]

/** The towns of the Riviera with the people who live there. */
export async function riviera(): Promise<Town[]> {
  const { west, south, east, north } = RIVIERA
  return (await gazetteer()).filter(({ lat, lng }) => lat > south && lat < north && lng > west && lng < east)
}

/** Every arm on every world; medians, by the name of the arm. */
export async function bench(): Promise<Record<string, Record<string, string>>> {
  const towns = await riviera()
  const worlds = SIZE.seeds.map((seed) => makeWorld(seed, SIZE.people, towns))
  return Object.fromEntries(
    ARMS.map(([name, features]) => [
      name,
      row(worlds.map((world) => tally(simulate(world, SIZE.weeks, features)))),
    ]),
  )
}

function row(tallies: Tally[]): Record<string, string> {
  const of = (figure: keyof Tally) => median(tallies.map((one) => one[figure]))
  const percent = (figure: keyof Tally) => `${(100 * of(figure)).toFixed(1)} %`
  return {
    'outings a week': of('outings').toFixed(3),
    'people met twice': of('metTwice').toFixed(2),
    'met somebody twice': percent('metSomebodyTwice'),
    'weeks alone': percent('alone'),
    '4 or more in a row': percent('fourAlone'),
    'longest row, weeks': String(of('longestAlone')),
    'messages a week': of('messages').toFixed(2),
  }
}
