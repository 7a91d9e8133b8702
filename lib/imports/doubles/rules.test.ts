import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { distance } from '@/lib/geo/distance'
import type { SpaceKind } from '@/lib/spaces/schema'
import { type Comparison, candidatePairs, compare, type Place } from './rules'

type Label = 'same' | 'different' | 'unsure'

const CAFE: Place = {
  source: 'osm',
  externalId: 'node/1',
  kind: 'cafe',
  name: 'Le Comptoir des Mots',
  point: { lat: 45.7679, lng: 4.8885 },
  street: '12 rue de la Paix',
  postcode: '69100',
  city: 'Villeurbanne',
  approximate: false,
}

/** The same café by another source, with what differs; `north` in metres. */
function other(change: Partial<Place>, north = 0): Place {
  const point = { lat: CAFE.point.lat + north / 111_195, lng: CAFE.point.lng }
  return { ...CAFE, source: 'acceslibre', externalId: '7', point, ...change }
}

const verdict = (change: Partial<Place>, north = 0) => compare(CAFE, other(change, north)).verdict

describe('compare', () => {
  it('knows one row of one source again, whatever it says now', () => {
    const moved = other({ source: 'osm', externalId: 'node/1', name: 'Chez Zoé', street: '' }, 900)
    expect(compare(CAFE, moved)).toEqual({ verdict: 'same', score: 1 })
  })

  it('sees through case, accents, abbreviations and order', () => {
    expect(verdict({ name: 'COMPTOIR DES MOTS', street: '12 R DE LA PAIX' }, 80)).toBe('same')
    expect(verdict({ name: 'Le comptoir des mots', street: 'rue de la Paix, 12' }, 80)).toBe('same')
    expect(verdict({ name: 'SARL Comptoir des Mots - Villeurbanne', street: '12, Rue de la paix' }, 80)).toBe(
      'same',
    )
  })

  it('does not take a name for a place', () => {
    expect(verdict({ street: '80 cours Émile Zola' }, 120)).toBe('different')
    expect(verdict({ street: '' }, 400)).toBe('different')
    expect(verdict({ street: '' }, 100)).toBe('doubtful')
    expect(verdict({ street: '' }, 20)).toBe('same')
  })

  it('does not take an address for a place', () => {
    expect(verdict({ name: 'Pharmacie du Parc' })).toBe('different')
    const hall = other({ name: 'Mairie de Villeurbanne' })
    expect(compare(hall, other({ externalId: '8', name: 'CCAS de Villeurbanne' })).verdict).toBe('different')
  })

  it('asks when a written address agrees and the pins do not', () => {
    expect(verdict({}, 700)).toBe('same')
    expect(verdict({}, 2000)).toBe('doubtful')
    expect(verdict({}, 9000)).toBe('different')
    expect(verdict({ city: 'Bron', postcode: '69500' }, 700)).toBe('different')
  })

  it('trusts no nearness of pins that stand for a commune', () => {
    const vague = { ...CAFE, approximate: true, street: '' }
    expect(compare(vague, other({ approximate: true, street: '' }, 1500)).verdict).toBe('doubtful')
    expect(compare(vague, other({ approximate: true, street: '' })).verdict).toBe('doubtful')
    expect(compare(vague, other({ name: 'Chez Zoé', approximate: true })).verdict).toBe('different')
  })

  it('takes a wing for a question, and two wings for two', () => {
    expect(verdict({ name: 'Le Comptoir des Mots annexe' })).toBe('doubtful')
    const north = other({ name: 'Le Comptoir des Mots nord' })
    expect(compare(north, other({ externalId: '9', name: 'Le Comptoir des Mots sud' })).verdict).toBe(
      'different',
    )
  })

  it('asks about names that name nothing, unless one door is written twice', () => {
    const library: Partial<Place> = { kind: 'library', name: 'Library', street: '' }
    const here = other(library)
    expect(compare(here, other({ ...library, externalId: '8' }, 20)).verdict).toBe('doubtful')
    expect(compare(here, other({ ...library, externalId: '8' }, 500)).verdict).toBe('different')
    const hall = other({ name: 'Mairie' })
    expect(compare(hall, other({ externalId: '8', name: 'Mairie de Villeurbanne' }, 90)).verdict).toBe('same')
    expect(compare(hall, other({ externalId: '8', name: 'Mairie' }, 700)).verdict).toBe('doubtful')
  })

  it('keeps a name that is the name of its town', () => {
    const here = other({ name: 'Le Villeurbanne' })
    expect(compare(here, other({ externalId: '8', name: 'Le Villeurbanne', street: '' }, 20)).verdict).toBe(
      'same',
    )
  })

  it('keeps a home out of it', () => {
    expect(verdict({ kind: 'home_table' })).toBe('different')
  })
})

describe('candidatePairs', () => {
  it('finds what a look at all pairs finds, at the poles and the date line, too', () => {
    const around = [
      { lat: 48.85, lng: 2.35 },
      { lat: 0, lng: 179.9999 },
      { lat: 89.999, lng: 10 },
    ]
    const places = around.flatMap(({ lat, lng }) =>
      Array.from({ length: 60 }, (_, i) => {
        const east = lng + ((i * 37) % 60) / 9000
        return { point: { lat: lat + ((i * 17) % 60) / 60_000, lng: east > 180 ? east - 360 : east } }
      }),
    )
    const all = places.flatMap((a, i) =>
      places.slice(i + 1).flatMap((b) => (distance(a.point, b.point) <= 150 ? [[a, b]] : [])),
    )
    const found = candidatePairs(places, 150)
    expect(found).toHaveLength(all.length)
    expect(new Set(found.map(([a, b]) => `${places.indexOf(a)} ${places.indexOf(b)}`))).toEqual(
      new Set(
        all.map(
          ([a, b]) =>
            `${places.indexOf(a as { point: Place['point'] })} ${places.indexOf(b as { point: Place['point'] })}`,
        ),
      ),
    )
    expect(all.length).toBeGreaterThan(100)
  })

  it('refuses a reach of nothing', () => {
    expect(() => candidatePairs([CAFE], 0)).toThrow(RangeError)
  })
})

describe('pairs of real places, judged by hand', () => {
  const pairs = labelled()

  it('are merged only when they are one, and mostly found', () => {
    const count = (label: Label, ...verdicts: Comparison['verdict'][]) =>
      pairs.filter((pair) => pair.label === label && verdicts.includes(pair.verdict)).length
    const merged = pairs.filter((pair) => pair.verdict === 'same').length
    const doubles = pairs.filter((pair) => pair.label === 'same').length
    const precision = count('same', 'same') / merged
    const recall = count('same', 'same', 'doubtful') / doubles
    const alone = count('same', 'same') / doubles
    const asked = {
      doubles: count('same', 'doubtful'),
      unsure: count('unsure', 'doubtful'),
      different: count('different', 'doubtful'),
    }
    console.info(
      `${pairs.length} pairs, ${doubles} doubles: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ` +
        `of "same" alone ${alone.toFixed(3)}; asked: ${JSON.stringify(asked)}`,
    )
    expect(doubles).toBeGreaterThanOrEqual(40)
    expect(precision).toBeGreaterThanOrEqual(0.98)
    expect(recall).toBeGreaterThanOrEqual(0.9)
  })

  it('are compared alike both ways, with a score in the band of the verdict', () => {
    for (const { a, b, verdict, score } of pairs) {
      expect(compare(b, a), `${a.name} / ${b.name}`).toEqual({ verdict, score })
      expect(verdict === 'same' ? score >= 0.85 : score < 0.85).toBe(true)
      expect(verdict === 'different' ? score < 0.5 : score >= 0.5).toBe(true)
    }
  })
})

function labelled() {
  const text = readFileSync(join(import.meta.dirname, 'fixtures/pairs.txt'), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const cells = line.split('\t')
      const [a, b] = [placeOf(cells.slice(2, 12)), placeOf(cells.slice(12, 22))]
      return { label: cells[0] as Label, a, b, ...compare(a, b) }
    })
}

function placeOf(cells: string[]): Place {
  const [
    source = '',
    externalId = '',
    kind,
    name = '',
    lat,
    lng,
    street = '',
    postcode = '',
    city = '',
    approximate,
  ] = cells
  const point = { lat: Number(lat), lng: Number(lng) }
  return {
    source,
    externalId,
    kind: kind as SpaceKind,
    name,
    point,
    street,
    postcode,
    city,
    approximate: approximate !== '',
  }
}
