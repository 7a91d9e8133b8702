import { PURE_PACKAGES, SHARED_COMMANDS } from './declared'
import type { Finding } from './finding'
import { TABLE } from './import-table'
import { type Import, importsOf, resolved } from './imports'
import { domainOf, type Role, roleOf } from './roles'
import { isTest, type Source } from './source'
import type { House } from './tree'

/** The import table, and the packages that live in one place only. */
export function checkImports({ paths, sources }: House): Finding[] {
  const all = new Set(paths)
  return sources.flatMap((source) =>
    importsOf(source).flatMap((one) => {
      const message = complaint(source, one, all)
      return message ? [{ path: source.path, line: one.line, rule: `import ${one.specifier}`, message }] : []
    }),
  )
}

function complaint({ path }: Source, one: Import, all: Set<string>): string | null {
  const from = roleOf(path)
  if (one.specifier.startsWith('../')) return 'No ../: write it from the root, as @/…'
  if (/^\.\/.*\//.test(one.specifier) && from !== 'door') return './ is for the same folder: write it as @/…'
  if (one.ours === null) return confined(path, one.specifier) ?? foreign(from, one)
  const target = resolved(one.ours, all) ?? one.ours
  const to = roleOf(target)
  // A sheet brings no code along.
  if (target.endsWith('.css')) return null
  if (isTest(target) && !isTest(path))
    return 'A test is imported by tests only: move what is shared beside its subject.'
  if (to === 'testing' && from !== 'test' && from !== 'testing' && from !== 'door')
    return 'lib/testing serves tests only.'
  return sideways(path, target, from, to, one)
}

/** Packages with one home. */
function confined(path: string, specifier: string): string | null {
  if (
    /^(leaflet|react-leaflet|@react-leaflet\/)/.test(specifier) &&
    !/^(components\/map|bench\/floor)\//.test(path)
  )
    return 'Leaflet is known to components/map/ only: export a component from there that takes plain data.'
  if (/^next-auth(\/|$)/.test(specifier) && path !== 'lib/auth.ts')
    return 'next-auth is imported in lib/auth.ts only: ask currentActor() or requireActor().'
  return null
}

function foreign(from: Role, { specifier, typeOnly }: Import): string | null {
  const row = TABLE[from]
  if (!row) return null
  const refused = row.not.test(specifier) || (row.pure && !typeOnly && !packageName(specifier, PURE_PACKAGES))
  return refused ? row.instead : null
}

function packageName(specifier: string, known: Record<string, string>): boolean {
  return Object.keys(known).some((name) => specifier === name || specifier.startsWith(`${name}/`))
}

function sideways(path: string, target: string, from: Role, to: Role, { typeOnly }: Import): string | null {
  const row = TABLE[from]
  if (!row) return null
  const allowed = row.may.includes(to) || (typeOnly && row.types.includes(to))
  if (!allowed) return row.instead
  if (domainOf(path) === domainOf(target) || typeOnly || (from !== 'commands' && from !== 'queries'))
    return null
  if (from === 'queries' && to === 'commands')
    return 'A query writes nothing: call the command from the action.'
  if (to === 'commands' && !(target in SHARED_COMMANDS))
    return `Another domain's commands are called from the action, or declared as shared (scripts/house/declared.ts).`
  if (to === 'policy')
    return "Another domain's policy is asked by its own commands: call those, or its queries."
  return null
}
