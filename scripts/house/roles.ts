import { ADAPTERS, BASE, FREE_FOLDERS, PURE_BASE } from './declared'
import { isTest } from './source'

/** What a file is, by where it stands. `door` is a way in from outside: scripts, config, proxy, benches. */
export type Role =
  | 'app'
  | 'components'
  | 'pure'
  | 'terms'
  | 'schema'
  | 'rules'
  | 'policy'
  | 'geo'
  | 'queries'
  | 'commands'
  | 'adapter'
  | 'env'
  | 'db'
  | 'auth'
  | 'action'
  | 'clock'
  | 'log'
  | 'i18n'
  | 'platform'
  | 'testing'
  | 'prisma'
  | 'data'
  | 'door'
  | 'test'
  | 'stray'

export const ROOMS = ['terms', 'schema', 'rules', 'policy', 'queries', 'commands'] as const

/** Role of a path relative to the root. A file of lib that has no place is `stray` (the layout says so). */
export function roleOf(path: string): Role {
  if (isTest(path)) return 'test'
  if (path.endsWith('.json') && path.startsWith('lib/')) return 'data'
  if (path.startsWith('prisma/client')) return 'prisma'
  if (path.startsWith('app/')) return 'app'
  if (path.startsWith('components/')) return 'components'
  return path.startsWith('lib/') ? libRole(path) : 'door'
}

function libRole(path: string): Role {
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.tsx?$/, '')
  if (path === `lib/${file}.ts`) {
    if (PURE_BASE.includes(file)) return 'pure'
    return BASE.includes(file) ? ((file === 'db-errors' ? 'db' : file) as Role) : 'stray'
  }
  const free = Object.keys(FREE_FOLDERS).find((folder) => path.startsWith(`${folder}/`))
  if (free) return free.slice('lib/'.length) as Role
  if (path in ADAPTERS) return 'adapter'
  return ROOMS.find((room) => room === file) ?? 'stray'
}

/** `lib/events/guests/rules.ts` belongs to the domain `lib/events`. */
export function domainOf(path: string): string {
  return path.split('/').slice(0, 2).join('/')
}
