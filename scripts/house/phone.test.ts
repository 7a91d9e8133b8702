import { expect, it } from 'vitest'
import { checkPhone } from './phone'
import { houseOf } from './tree'

const said = (files: Record<string, string>, may?: Record<string, Record<string, string>>) =>
  checkPhone(
    houseOf(Object.keys(files), (path) => files[path] ?? ''),
    may,
  ).map(({ path, message }) => [path, message.split('. ')[0]])

const FORM = 'components/a/form.tsx'
const SCHEMA = 'lib/a/schema.ts'

it('tells how a library that weighs much comes to a phone', () => {
  const files = {
    [FORM]: "'use client'\nimport { field } from './field'",
    'components/a/field.tsx': "import { MOST } from '@/lib/a/rules'",
    'lib/a/rules.ts': "export { MOST } from './schema'\nimport { Temporal } from 'temporal-polyfill'",
    [SCHEMA]: "import { z } from 'zod/mini'",
  }
  expect(said(files)).toEqual([
    [FORM, `${FORM} → components/a/field.tsx → lib/a/rules.ts → temporal-polyfill`],
    [FORM, `${FORM} → components/a/field.tsx → lib/a/rules.ts → ${SCHEMA} → zod`],
  ])
})

it.each([
  [
    'types alone',
    "'use client'\nimport type { A } from '@/lib/a/schema'\nimport { type B } from '@/lib/a/schema'",
  ],
  ['an action, which stays at home', "'use client'\nimport { save } from '@/app/a/actions'"],
  ['a component of the server', "import { A } from '@/lib/a/schema'"],
])('%s may be had', (_, code) => {
  const files = {
    [FORM]: code,
    [SCHEMA]: "import { z } from 'zod'",
    'app/a/actions.ts': "'use server'\nimport { A } from '@/lib/a/schema'",
  }
  expect(said(files)).toEqual([])
})

it('also what comes later weighs', () => {
  const files = {
    [FORM]: "'use client'\nconst later = () => import('@/lib/a/schema')",
    [SCHEMA]: "import 'zod'",
  }
  expect(said(files)).toEqual([[FORM, `${FORM} → ${SCHEMA} → zod`]])
})

it('allows what is declared, for as long as it is brought', () => {
  const files = { [FORM]: "'use client'\nimport 'zod'" }
  expect(said(files, { [FORM]: { zod: 'a reason' } })).toEqual([])
  const [[, spent = ''] = []] = said(files, { [FORM]: { zod: 'a reason', opening_hours: 'none left' } })
  expect(spent).toContain('no longer brought: opening_hours')
})
