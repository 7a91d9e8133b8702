import { describe, expect, it } from 'vitest'
import { checkLayout } from './layout'
import { houseOf } from './tree'

const said = (paths: string[], text = '') =>
  checkLayout(houseOf(paths, () => text)).map(({ path, message }) => `${path}: ${message}`)

describe('the layout', () => {
  it.each([
    ['notes.md', 'The top holds configuration only'],
    ['src/page.tsx', 'The top folders are'],
    ['app/card.tsx', 'a view goes to components/'],
    ['app/_parts/page.tsx', 'a view goes to components/'],
    ['app/[locale]/rules.ts', 'a rule or a read to lib/<domain>/'],
    ['components/card.tsx', 'A component is components/<domain>/<kebab-name>.tsx'],
    ['components/events/EventCard.tsx', 'A component is components/<domain>/<kebab-name>.tsx'],
    ['components/events/index.ts', 'says nothing of what is inside'],
    ['lib/utils.ts', 'says nothing of what is inside'],
    ['lib/events/helpers/rules.ts', 'says nothing of what is inside'],
    ['lib/dates.ts', 'this one goes to lib/<domain>/'],
    ['lib/events/fetch.ts', 'A domain folder holds schema, rules, policy, queries, commands'],
    ['lib/events/rules.test.ts', 'tests named after them'],
    ['lib/events/guests/seats/rules.ts', 'split by noun once'],
    ['lib/events/fixtures/read.ts', 'data for tests only'],
    ['e2e/a/b/c/d/find.spec.ts', 'At most 4 folders deep'],
  ])('has no place for %s', (path, message) => {
    expect(said([path]).join()).toContain(message)
  })

  it.each([
    ['lib/events/rules.ts', 'lib/events/rules.test.ts', 'lib/events/rules.week.test.ts'],
    ['lib/events/guests/commands.ts', 'lib/events/guests/commands.db.test.ts'],
    [
      'app/[locale]/(pages)/events/[id]/[slug]/page.tsx',
      'app/[locale]/(pages)/events/[id]/[slug]/actions.ts',
    ],
    ['components/map/map.css', 'components/map/mini-map.tsx', 'lib/geo/anything.ts', 'README.md'],
  ])('has a place for %s and the like', (...paths) => {
    expect(said(paths)).toEqual([])
  })

  it('splits a file of more than 300 lines', () => {
    expect(said(['lib/events/rules.ts'], '\n'.repeat(300))).toEqual([])
    expect(said(['lib/events/rules.ts'], '\n'.repeat(301)).join()).toContain('split it by noun')
  })
})
