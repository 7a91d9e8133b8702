import type { Finding } from './finding'
import { importsOf, resolved } from './imports'
import type { House } from './tree'

/** Import cycles, types included: two files that need each other are one file, or miss a third. */
export function checkCycles({ paths, sources }: House): Finding[] {
  const all = new Set(paths)
  const edges = new Map(
    sources.map((source) => [
      source.path,
      importsOf(source).flatMap(({ ours }) => (ours === null ? [] : (resolved(ours, all) ?? []))),
    ]),
  )
  const done = new Set<string>()
  const found: Finding[] = []
  for (const path of edges.keys()) visit(path, [])
  return found

  function visit(path: string, trail: string[]): void {
    const start = trail.indexOf(path)
    if (start >= 0) {
      const ring = [...trail.slice(start), path].join(' → ')
      const message = `${ring}. Move what both need into a third file (usually rules.ts or schema.ts).`
      found.push({ path, line: 0, rule: 'cycle', message })
      return
    }
    if (done.has(path)) return
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
}
