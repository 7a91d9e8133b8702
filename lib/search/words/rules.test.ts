import { describe, expect, it } from 'vitest'
import { fold } from '@/lib/towns/rules'
import {
  isEnough,
  likenessOf,
  ranked,
  rankOf,
  squaresAround,
  typedWords,
  unforgiven,
  wordLikeness,
} from './rules'

describe('wordLikeness', () => {
  it.each([
    ['ruche', 'ruche', 1],
    ['ruc', 'ruche', 0.9],
    ['ruhce', 'ruche', 0.65],
    ['coworkng', 'coworking', 0.65],
    ['medaitheque', 'mediatheque', 0.65],
    ['medaith', 'mediatheque', 0.65],
    ['rue', 'ruche', 0],
    ['bule', 'bulle', 0.65],
    ['nice', 'dice', 0],
    ['ruh', 'rue', 0],
  ])('of %j to %j', (typed, word, value) => expect(wordLikeness(typed, word)).toBeCloseTo(value))
})

const of = (text: string, name: string, where = '') => likenessOf(typedWords(text), { name, where })

describe('likenessOf', () => {
  it('is more for more: the whole name, its beginning, its words, a slip', () => {
    const values = ['La Ruche', 'La Ruche Bastille', 'Chez La Ruche', 'La Ruhe'].map(
      (name) => of('la ruche', name).value,
    )
    expect(values).toEqual(values.toSorted((a, b) => b - a))
    expect(new Set(values).size).toBe(values.length)
    expect(values.at(-1)).toBeGreaterThan(0)
  })

  it('wants every word somewhere, but those of two letters', () => {
    expect(of('ruche lyon', 'La Ruche', 'Cannes').value).toBe(0)
    expect(of('ruche lyon', 'La Ruche', 'Lyon').value).toBeGreaterThan(0.8)
    expect(of('le ruche', 'La Ruche').value).toBeGreaterThan(0)
    expect(of('', 'La Ruche').value).toBe(0)
    expect(of('12 rue foch', 'La Ruche', 'rue Foch').value).toBe(0)
  })

  it('forgives no slip in what is short or a number', () => {
    expect(unforgiven(typedWords('atelire du bar 7 gare 418'))).toEqual(['bar', '7', '418'])
    const names = ['Atelier du Bar', 'La Ruche 418', 'Gare 7', 'Le Bar de la Gare'].map((name) => ({
      ...{ name, where: '12 rue du Lac' },
      words: fold(`${name} 12 rue du Lac`).split(' '),
    }))
    for (const text of [
      'atelire bar',
      'ruhce 41',
      'gaer 7',
      'bra gare',
      'rcue lac',
      'ruche 12',
      'la 4',
      'la',
    ])
      for (const { words, ...thing } of names)
        if (likenessOf(typedWords(text), thing).value > 0)
          for (const short of unforgiven(typedWords(text)))
            expect(words.some((word) => word.startsWith(short))).toBe(true)
  })

  it('tells a name from where it is', () => {
    expect(of('cannes', 'La Ruche', 'Cannes').named).toBe(false)
    expect(of('cannes', 'Cannes Coworking', 'Cannes').named).toBe(true)
    expect(of('la cannes', 'La Ruche', 'Cannes').named).toBe(false)
  })
})

it('puts text before distance, the near before the far, and what nobody confirmed last', () => {
  expect(rankOf(1.2, 400_000)).toBeGreaterThan(rankOf(0.8, 0))
  expect(rankOf(1, 1000)).toBeGreaterThan(rankOf(1, 60_000))
  expect(rankOf(1, 1000, true)).toBeLessThan(rankOf(1, 60_000))
  expect(rankOf(1, null)).toBe(10)
})

it('orders equals by distance, and then always the same', () => {
  const metres: Record<string, number | null> = { a: 5, b: 2, c: 2, d: null }
  const order = ranked(
    Object.keys(metres).map((id) => ({ id })),
    ({ id }) => ({ rank: 1, metres: metres[id] ?? null }),
  )
  expect(order.map(({ id }) => id)).toEqual(['b', 'c', 'a', 'd'])
})

it('has enough with as many as are shown, or with one that is called just so', () => {
  const [begun, whole] = [of('ruche', 'La Ruche', ''), of('la ruche', 'La Ruche', '')].map(({ value }) => ({
    likeness: value,
  })) as [{ likeness: number }, { likeness: number }]
  expect([isEnough([begun], 2), isEnough([begun, begun], 2), isEnough([whole], 2)]).toEqual([
    false,
    true,
    true,
  ])
})

it('counts every square within reach, across the antimeridian and at the pole', () => {
  expect(squaresAround({ lat: 43.7, lng: 7.266 }, 30_000)).toEqual(
    [173, 174, 175].flatMap((row) => [27, 28, 29, 30].map((column) => row * 1440 + column)),
  )
  const around = (lng: number) => new Set(squaresAround({ lat: 0.1, lng }, 30_000))
  for (const lng of [179.9, -179.9]) for (const column of [-720, 719]) expect(around(lng)).toContain(column)
  expect(squaresAround({ lat: 89.9, lng: 7 }, 30_000)).toContain(359 * 1440 + 719)
})
