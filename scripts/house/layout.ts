import { ADAPTERS, BASE, FREE_FOLDERS, PURE_BASE } from './declared'
import type { Finding } from './finding'
import * as words from './layout-vocabulary'
import type { House } from './tree'

const MAX_LINES = 300
const MAX_FOLDERS = 4

/** Where things stand, what they are called, and how long they are. */
export function checkLayout({ paths, sources }: House): Finding[] {
  const all = new Set(paths)
  const misplaced = paths.flatMap((path) => {
    const message = complaint(path, all)
    return message ? [{ path, line: 0, rule: 'layout', message }] : []
  })
  const long = sources.filter(({ lines }) => lines > MAX_LINES)
  const split = `A file holds at most ${MAX_LINES} lines: split it by noun (lib/<domain>/<noun>/…), one thing a file.`
  return [
    ...misplaced,
    ...long.map(({ path, lines }) => ({ path, line: lines, rule: 'length', message: split })),
  ]
}

function complaint(path: string, all: Set<string>): string | null {
  const folders = path.split('/')
  const file = folders.pop() ?? ''
  const vague = [...folders, file.replace(/\..*$/, '')].find((name) => words.VAGUE.test(name))
  if (vague) return `"${vague}" says nothing of what is inside: name the file after the noun it holds.`
  if (folders.length === 0)
    return words.TOP_FILES.includes(file)
      ? null
      : 'The top holds configuration only: see DESIGN §4 for a place.'
  const [top, domain = ''] = folders as [string, string?]
  if (!words.TOP_FOLDERS.includes(top)) return `The top folders are ${words.TOP_FOLDERS.join(', ')}.`
  if (top === 'app') return route(folders, file)
  if (folders.length > MAX_FOLDERS)
    return `At most ${MAX_FOLDERS} folders deep (app is free: its folders are the URL). Bring it up.`
  if (top === 'components') return component(folders, file)
  return top === 'lib' ? library(path, folders, domain, file, all) : null
}

function route(folders: string[], file: string): string | null {
  const isPrivate = folders.some((folder) => folder.startsWith('_'))
  if (!isPrivate && words.ROUTE_FILE.test(file)) return null
  return 'app holds routes and nothing but: a view goes to components/, a rule or a read to lib/<domain>/.'
}

function component(folders: string[], file: string): string | null {
  const stem = file.replace(/(\.test)?\.(tsx?|css)$/, '')
  if (folders.length > 1 && words.KEBAB.test(stem)) return null
  return 'A component is components/<domain>/<kebab-name>.tsx (ui/ when it has no domain words).'
}

function library(
  path: string,
  folders: string[],
  domain: string,
  file: string,
  all: Set<string>,
): string | null {
  const stem = file.replace(/(\.db)?(\.test)?\.tsx?$/, '')
  if (folders.length === 1) {
    const known = [...PURE_BASE, ...BASE].some((name) => stem === name || stem.startsWith(`${name}.`))
    return known
      ? null
      : `lib's own files are ${[...PURE_BASE, ...BASE].join(', ')}: this one goes to lib/<domain>/.`
  }
  if (`lib/${domain}` in FREE_FOLDERS) return null
  if (folders.at(-1) === 'fixtures')
    return words.FIXTURE_FILE.test(file) ? null : 'fixtures/ holds data for tests only.'
  if (folders.length > 3) return 'A domain is split by noun once: lib/<domain>/<noun>/, no deeper.'
  if (path in ADAPTERS) return null
  return isTestOf(path, all) || words.ROOM_FILE.test(file) ? null : ROOM_ADVICE
}

const ROOM_ADVICE =
  'A domain folder holds schema, rules, policy, queries, commands and tests named after them (rules.test.ts, ' +
  'commands.race.db.test.ts), or the same in lib/<domain>/<noun>/. What speaks to the outside and is none of ' +
  'these is an adapter, declared with its reason in scripts/house/declared.ts.'

/** A test stands beside what it tests: `rules.week.test.ts` beside `rules.ts`. */
function isTestOf(path: string, all: Set<string>): boolean {
  const subject = path.match(/^(.*\/[a-z0-9-]+)(\.[a-z0-9-]+)?(\.db)?\.test\.ts$/)?.[1]
  return subject !== undefined && all.has(`${subject}.ts`)
}
