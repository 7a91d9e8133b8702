import type { ReactNode } from 'react'
import { SOURCES } from './sources'

type Name = keyof typeof SOURCES

/** Tags of a message, each a link to the source of that name. */
export function sourceTags<N extends Name>(...names: N[]) {
  const tag = (name: N) => (children: ReactNode) => (
    <a href={SOURCES[name]} className="text-accent underline">
      {children}
    </a>
  )
  return Object.fromEntries(names.map((name) => [name, tag(name)])) as Record<N, ReturnType<typeof tag>>
}
