import { describe, expect, it } from 'vitest'
import { fold, held, readName, shared } from './rules'

describe('fold', () => {
  it('leaves letters and digits', () => {
    expect(fold('  L’Ébène & Cœur, n° 2 ')).toBe('l ebene coeur n 2')
    expect(fold('Nando’s')).toBe(fold("NANDO'S"))
    expect(fold('文興酒家 Four Seasons')).toBe('文興酒家 four seasons')
    expect(fold('C.C.A.S. de Mer')).toBe('ccas de mer')
  })
})

describe('readName', () => {
  it('leaves out linking words, legal forms and the town', () => {
    expect(readName('SARL Les Caves de Saint-Étienne', 'St Etienne').words).toEqual(['caves'])
  })

  it('reads institutions, spelt out or not', () => {
    const sorts = (name: string) => [...readName(name, 'Angers').institutions]
    expect(sorts("Centre Communal d'Action Sociale d’Angers")).toEqual(sorts('CCAS - Angers'))
    expect(sorts('Maison de Services au Public')).toEqual(sorts('France Services'))
    expect(sorts('Médiathèque municipale d’Angers')).toEqual(sorts('Bibliothèque d’Angers'))
    expect(readName('Médiathèque municipale d’Angers', 'Angers').telling).toEqual([])
  })

  it('finds parts of a whole', () => {
    expect([...readName('Lycée Frédéric Fays D', '').parts]).toEqual(['d'])
    expect([...readName('École Pasteur nord', '').parts]).toEqual(['nord'])
    expect([...readName('Conduite Center (C.C.)', '').parts]).toEqual([])
  })
})

describe('words in common', () => {
  it('are counted, a slip of the pen forgiven', () => {
    expect(shared(['caves', 'populaires'], ['caves', 'populaire'])).toBe(1)
    expect(shared(['notes'], ['grind'])).toBe(0)
    expect(shared([], [])).toBe(0)
    expect(held(['sisley'], ['alfred', 'sisley'])).toBe(1)
  })
})
