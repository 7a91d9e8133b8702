import { KEPT_OFF_PHONES, MAY_WEIGH } from './declared'
import type { Finding } from './finding'
import { importsOf, resolved } from './imports'
import type { Source } from './source'
import type { House } from './tree'
import { isNode, text } from './walk'

/** What a file of ours imports for its values: files of ours, and packages. */
type Needs = { ours: string[]; packages: string[] }

/** A component of the browser brings along whatever its imports import: libraries that weigh much must not be among it. */
export function checkPhone({ paths, sources }: House, mayWeigh = MAY_WEIGH): Finding[] {
  const all = new Set(paths)
  const needs = new Map(sources.map((source) => [source.path, needsOf(source, all)]))
  const components = sources.filter((source) => directiveOf(source) === 'use client')
  return components.flatMap(({ path }) => {
    const trails = trailsFrom(path, needs)
    const brings = (name: string) => trails.some((trail) => trail.at(-1) === name)
    const allowed = Object.keys(mayWeigh[path] ?? {})
    const heavy = trails.filter((trail) => !allowed.includes(trail.at(-1) ?? ''))
    return [
      ...heavy.map((trail) => finding(path, `${trail.join(' → ')}. ${adviceOn(trail.at(-1))}`)),
      ...allowed.filter((name) => !brings(name)).map((name) => finding(path, `${SPENT} ${name}`)),
    ]
  })
}

const SPENT = 'MAY_WEIGH (scripts/house/declared.ts) allows what is no longer brought:'

const adviceOn = (name = '') =>
  `Every phone that shows it loads ${KEPT_OFF_PHONES[name]}. Lists and bounds go to terms.ts; else declare it in MAY_WEIGH ` +
  '(scripts/house/declared.ts).'

const finding = (path: string, message: string): Finding => ({ path, line: 0, rule: 'phone', message })

/** Ways from a component to each library that weighs much, one for each, the shortest. */
function trailsFrom(start: string, needs: Map<string, Needs>): string[][] {
  const found = new Map<string, string[]>()
  const seen = new Set([start])
  const queue = [[start]]
  for (const trail of queue) {
    const { ours, packages } = needs.get(trail.at(-1) ?? '') ?? { ours: [], packages: [] }
    for (const name of packages) if (!found.has(name)) found.set(name, [...trail, name])
    for (const path of ours) {
      if (seen.has(path)) continue
      seen.add(path)
      queue.push([...trail, path])
    }
  }
  return [...found.values()]
}

function needsOf(source: Source, all: Set<string>): Needs {
  // To a browser, an action is an address.
  if (directiveOf(source) === 'use server') return { ours: [], packages: [] }
  const imports = importsOf(source).filter(({ typeOnly }) => !typeOnly)
  const heavy = Object.keys(KEPT_OFF_PHONES)
  return {
    ours: imports.flatMap(({ ours }) => (ours === null ? [] : (resolved(ours, all) ?? []))),
    packages: imports.flatMap(({ specifier }) =>
      heavy.filter((name) => specifier === name || specifier.startsWith(`${name}/`)),
    ),
  }
}

/** `'use client'` or `'use server'` at the top of a file. */
function directiveOf({ program }: Source): string | null {
  const [first] = program.body as unknown[]
  return isNode(first) && first.type === 'ExpressionStatement' ? text(first.expression) : null
}
