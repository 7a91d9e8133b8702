import { describe, expect, it } from 'vitest'
import { checkExemptions } from './exemptions'
import { checkPlaces } from './places'
import { lineStats } from './stats'
import { checkTests } from './test-habits'
import { houseOf } from './tree'

const one = (path: string, text: string) => houseOf([path], () => text)
// Put together here, so that this file asks for no exemption itself.
const comment = (words: string) => ['//', words].join(' ')

describe('zero exemptions', () => {
  it.each([
    ['lib/x.ts', comment(`biome-${'ignore'} lint: because`)],
    ['lib/x.ts', comment(`@ts-${'expect-error'}`)],
    ['lib/x.ts', comment(`eslint-${'disable'}`)],
    ['lib/x.ts', 'const x = y as any'],
    ['app/globals.css', `/* biome-${'ignore'} */`],
    ['biome.json', '{ "rules": { "noUseless": "off" } }'],
    ['biome.json', '{ "overrides": [] }'],
  ])('in %s: %s', (path, text) => {
    expect(checkExemptions(one(path, text))).toHaveLength(1)
  })

  it('lets the words stand in a text, and other casts', () => {
    expect(checkExemptions(one('lib/x.ts', `const rule = "eslint-${'disable'}" as string`))).toEqual([])
  })
})

describe('things with one home', () => {
  it.each([
    ['lib/events/commands.ts', 'process.env.PORT', 'lib/env.ts reads the environment'],
    ['lib/events/commands.ts', 'const { env } = process', 'lib/env.ts reads the environment'],
    ['lib/events/rules.ts', 'new Date()', 'lib/clock.ts reads the clock'],
    ['lib/events/rules.ts', 'Date()', 'lib/clock.ts reads the clock'],
    ['components/ui/x.tsx', 'Date.now()', 'lib/clock.ts reads the clock'],
    ['app/page.tsx', 'Temporal.Now.instant()', 'lib/clock.ts reads the clock'],
    [
      'components/ui/x.tsx',
      'const x = <p dangerouslySetInnerHTML={{ __html: y }} />',
      'No HTML from a string',
    ],
    ['components/map/x.tsx', 'marker.bindPopup(html)', 'No HTML from a string'],
    ['components/map/x.tsx', 'node.innerHTML = html', 'No HTML from a string'],
  ])('%s may not say %s', (path, text, message) => {
    expect(checkPlaces(one(path, text)).map((found) => found.message)).toEqual([
      expect.stringContaining(message),
    ])
  })

  it.each([
    ['lib/clock.ts', 'new Date()'],
    ['lib/env.ts', 'process.env'],
    ['lib/events/rules.ts', 'new Date(instant)'],
    ['scripts/start.ts', 'process.env.PORT; Date.now()'],
  ])('%s may say %s', (path, text) => {
    expect(checkPlaces(one(path, text))).toEqual([])
  })
})

describe('honest tests', () => {
  it.each([
    ["it.only('x', () => {})", 'take .only away'],
    ["test.describe.only('x', () => {})", 'take .only away'],
    ["it.skip('x', () => {})", 'says why'],
    ["it.todo('x')", 'says why'],
    ['test.skip()', 'says why'],
    ['await page.waitForTimeout(500)', 'never for time to pass'],
    ['await new Promise((done) => setTimeout(done, 5))', 'never for time to pass'],
    ["import { setTimeout } from 'node:timers/promises'", 'never for time to pass'],
  ])('refuses %s', (code, message) => {
    expect(checkTests(one('lib/x.test.ts', code)).map((found) => found.message)).toEqual([
      expect.stringContaining(message),
    ])
  })

  it('lets a test be skipped that says why, and time limits be set', () => {
    const code = "test.skip(isPhone, 'the desktop only'); test.setTimeout(60_000)"
    expect(checkTests(one('e2e/x.spec.ts', code))).toEqual([])
  })
})

it('counts lines by nearest rank', () => {
  const sources = [10, 20, 30, 40, 300].map((lines) => ({ path: `${lines}.ts`, lines }))
  expect(lineStats(sources)).toEqual({ files: 5, median: 30, p90: 300, max: 300, longest: '300.ts' })
})
