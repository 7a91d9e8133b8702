/** What this world is made of. Each is numbered from 1. */
export const KINDS = [
  ...[
    'person',
    'blocked',
    'space',
    'group',
    'series',
    'hosted',
    'coming',
    'waiting',
    'past',
    'draft',
    'home',
  ],
  ...['coffee', 'agreed', 'run', 'double', 'seat'],
] as const

export type Kind = (typeof KINDS)[number]

/** The id of a numbered thing; in SQL, `no('person', 1)`. */
export const worldId = (kind: Kind, n: number): string =>
  `00000000-0000-7000-8${String(KINDS.indexOf(kind)).padStart(3, '0')}-${n.toString(16).padStart(12, '0')}`

/** Goes, waits, works, keeps places, follows and blocks. */
export const VIEWER = { id: worldId('person', 1_000_001), cookie: 'cafetiere.session=viewer' }
/** Hosts, and looks after the instance. */
export const HOST = {
  id: worldId('person', 1_000_002),
  cookie: 'cafetiere.session=host',
  email: 'host@example.org',
}
