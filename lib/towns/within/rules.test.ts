import { expect, test } from 'vitest'
import { distanceUpTo, isApart, isWithin, runsOf, wordsOf } from './rules'

test.each([
  ['cannes', 'cannes', 0],
  ['canes', 'cannes', 1],
  ['cnanes', 'cannes', 1],
  ['marseile', 'marseille', 1],
  ['strasborg', 'strasbourg', 1],
  ['montplier', 'montpellier', 2],
  ['nice', 'nantes', 3],
  ['', 'paris', 3],
])('from %j to %j', (a, b, distance) => {
  expect(distanceUpTo(a, b, 2)).toBe(distance)
  expect(distanceUpTo(b, a, 2)).toBe(distance)
})

test('no town is meant by a word of the street alone, nor by its number', () => {
  const names = runsOf('12 rue du port cannes'.split(' ')).map(({ name }) => name)
  expect(names).toContain('cannes')
  expect(names).toContain('port cannes')
  for (const name of ['12', 'rue', 'du']) expect(names).not.toContain(name)
  expect(runsOf(['rue']).map(({ name }) => name)).toEqual(['rue'])
})

test.each([
  ['12 rue du Port, 06400Cannes FRANCE', '12 rue du port 06400 cannes'],
  ['Tremblay-en-France', 'tremblay en france'],
  ['france', 'france'],
])('the words of %j', (typed, words) => expect(wordsOf(typed).join(' ')).toBe(words))

test('a name may stand before the street that the address goes on with', () => {
  const at = (text: string, name: string) => runsOf(text.split(' ')).find((run) => run.name === name)?.at
  expect(at('plan arcueil rue berthollet', 'arcueil')).toBe('before')
  expect(at('plan arcueil 12 bis rue berthollet', 'arcueil')).toBe('before')
  expect(at('plan arcueil berthollet', 'arcueil')).toBe('middle')
})

test('a run stands inside a longer one, or apart from it', () => {
  const runs = runsOf(['vert', 'saint', 'denis'])
  const run = (name: string) => runs.find((one) => one.name === name) ?? expect.fail(name)
  expect(isWithin(run('saint denis'), run('vert saint denis'))).toBe(true)
  expect(isWithin(run('vert saint denis'), run('saint denis'))).toBe(false)
  expect(isApart(run('vert'), run('saint denis'))).toBe(true)
  expect(isApart(run('vert saint'), run('saint denis'))).toBe(false)
})
