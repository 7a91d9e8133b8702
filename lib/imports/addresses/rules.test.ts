import { describe, expect, it } from 'vitest'
import { readAddress, relate } from './rules'

const relation = (a: string, b: string, town = 'Villeurbanne') =>
  relate(readAddress(a, town), readAddress(b, town))

describe('two addresses', () => {
  it.each([
    ['36, rue de la Paix', '36 Rue de la Paix'],
    ['185 CRS EMILE ZOLA', '185 Cours Émile-Zola'],
    ['55 av general leclerc', '55 Avenue du Général Leclerc'],
    ['1 Place Saint Laurent', '1 PL ST LAURENT'],
    ['6 bis R BERTHELOT', '6 bis, rue Berthelot'],
    ['4/6 place Jean Jaurès', '4-6 Place Jean Jaures'],
    ['Mairie, 15 rue des Ecoles', '15 rue des Ecoles'],
    ['150 rue du 4 Août 1789', '150 R DU 4 AOUT 1789'],
    ['12 rue Branly - 69100 Villeurbanne', '12 Rue Branly'],
    ['City Road 197-205', '197-205 City Road'],
    ['3 rue du G.Desaix', '3 rue du Général Desaix'],
    ['rue de la Paix, 12', '12 r de la paix'],
    ['Place Charles de Gaulle', 'place charles de gaulle'],
  ])('are one door: %s = %s', (a, b) => {
    expect(relation(a, b)).toBe('exact')
  })

  it('tell doors of a street apart', () => {
    expect(relation('41 AV HENRI BARBUSSE', '40 AV HENRI BARBUSSE')).toBe('doors')
    expect(relation('35 R COLIN', '35 BIS R COLIN')).toBe('street')
    expect(relation('City Road 199', 'City Road 197-205')).toBe('street')
    expect(relation('Rue de la Part-Dieu', 'Rue de la Part-Dieu')).toBe('street')
    expect(relation('Place de la République', '3 Place de la République')).toBe('street')
  })

  it('tell streets apart, and say when one is not told', () => {
    expect(relation('5 rue Claude Bernard', '5 rue Jubin')).toBe('other')
    expect(relation('place de la Mairie', 'rue de la Mairie')).toBe('other')
    expect(relation('', '5 rue Jubin')).toBe('unknown')
    expect(readAddress('Place du 8 mai 1945', '')).toMatchObject({ number: '', type: 'place' })
  })
})
