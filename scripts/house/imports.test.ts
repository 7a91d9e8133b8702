import { describe, expect, it } from 'vitest'
import { checkCycles } from './cycles'
import { checkImports } from './import-rules'
import { importsOf } from './imports'
import { parsed } from './source'
import { houseOf } from './tree'

const house = (files: Record<string, string>) => houseOf(Object.keys(files), (path) => files[path] ?? '')

/** What the table says of one file that imports another, which exists. */
function said(path: string, code: string, others: string[] = []): string[] {
  const files = Object.fromEntries(others.map((other) => [other, '']))
  return checkImports(house({ ...files, [path]: code })).map(({ message }) => message)
}

describe('who may import what', () => {
  it.each([
    ['app/page.tsx', '@/lib/db', 'A read belongs in lib/<domain>/queries.ts'],
    ['app/page.tsx', '@prisma/client', 'A read belongs in lib/<domain>/queries.ts'],
    ['app/page.tsx', '@/lib/events/policy', 'a write and its policy in lib/<domain>/commands.ts'],
    ['components/events/card.tsx', '@/lib/events/commands', 'an action arrives as a prop'],
    ['components/events/card.tsx', '@/lib/events/queries', 'the page reads'],
    ['components/events/card.tsx', '@/app/actions', 'an action arrives as a prop'],
    ['components/events/card.tsx', 'node:fs', 'the page reads'],
    ['lib/events/rules.ts', '@/lib/events/queries', 'rules, policy, schema and geo are pure'],
    ['lib/events/rules.ts', '@/lib/clock', 'pass `now` and data in'],
    ['lib/events/terms.ts', 'zod', 'brings no package and no schema along'],
    ['lib/events/terms.ts', '@/lib/events/schema', 'brings no package and no schema along'],
    ['lib/events/schema.ts', 'pg', 'rules, policy, schema and geo are pure'],
    ['lib/geo/tiles.ts', 'leaflet', 'components/map/ only'],
    ['lib/events/commands.ts', 'next/headers', 'take the actor and data as arguments'],
    ['lib/events/queries.ts', 'react', 'take the actor and data as arguments'],
    ['lib/events/queries.ts', '@/lib/auth', 'take the actor and data as arguments'],
    ['lib/events/queries.ts', '@/components/ui/card', 'take the actor and data as arguments'],
    ['lib/events/commands.ts', '@/lib/freelancers/commands', "Another domain's commands"],
    ['lib/events/commands.ts', '@/lib/freelancers/policy', "Another domain's policy"],
    ['lib/events/queries.ts', '@/lib/jobs/commands', 'A query writes nothing'],
    ['components/events/map.tsx', 'react-leaflet', 'components/map/ only'],
    ['app/page.tsx', 'next-auth', 'ask currentActor()'],
    ['app/page.tsx', '@/lib/testing/makers', 'serves tests only'],
    ['lib/events/rules.ts', '../geo/bbox', 'No ../'],
    ['lib/events/queries.ts', './cards/queries', './ is for the same folder'],
  ])('%s may not import %s', (path, specifier, message) => {
    const target = specifier.startsWith('@/') ? [`${specifier.slice(2)}.ts`] : []
    expect(said(path, `import { x } from '${specifier}'`, target).join()).toContain(message)
  })

  it.each([
    ['app/page.tsx', "import { events } from '@/lib/events/queries'"],
    ['components/events/card.tsx', "import type { EventCard } from '@/lib/events/queries'"],
    ['components/map/canvas.tsx', "import L from 'leaflet'"],
    ['lib/events/rules.ts', "import { z } from 'zod'"],
    ['components/events/form.tsx', "import { MOST } from '@/lib/events/terms'"],
    ['lib/events/commands.ts', "import { enqueue } from '@/lib/jobs/commands'"],
    ['lib/events/commands.ts', "import { db } from '@/lib/db'"],
    ['lib/events/commands.db.test.ts', "import { makeEvent } from '@/lib/testing/makers'"],
    ['scripts/check.ts', "import pg from 'pg'"],
  ])('%s may say %s', (path, code) => {
    const target = code.match(/'@\/(.*)'/)?.[1]
    expect(said(path, code, target ? [`${target}.ts`] : [])).toEqual([])
  })
})

it('sees imports in every form, and which of them leave nothing at run time', () => {
  const code = `import a from 'a'; export * from 'b'; export { c } from 'c'; const d = import('d')
    import type E from 'e'; import { type F } from 'f'; type G = import('g').G; require('h')`
  const found = importsOf(parsed('lib/x.ts', code)).map(({ specifier, typeOnly }) => [specifier, typeOnly])
  expect(Object.fromEntries(found)).toEqual({
    ...{ a: false, b: false, c: false, d: false },
    ...{ e: true, f: true, g: true, h: false },
  })
})

describe('cycles', () => {
  it('are shown with the way round', () => {
    const files = {
      'lib/a/rules.ts': "import '@/lib/b/rules'",
      'lib/b/rules.ts': "import type { X } from '@/lib/a/rules'",
    }
    expect(checkCycles(house(files)).map(({ message }) => message)).toEqual([
      'lib/a/rules.ts → lib/b/rules.ts → lib/a/rules.ts. Move what both need into a third file (usually rules.ts or schema.ts).',
    ])
  })

  it('are not seen in two ways to one file', () => {
    const files = {
      'lib/a/rules.ts': "import '@/lib/b/rules'; import '@/lib/c/rules'",
      'lib/b/rules.ts': "import '@/lib/c/rules'",
      'lib/c/rules.ts': '',
    }
    expect(checkCycles(house(files))).toEqual([])
  })
})
