import { expect, it } from 'vitest'
import { townStructuredData } from './rules'

const trail = [
  { name: 'Villes', url: 'https://x.org/fr/lieux' },
  { name: 'Cannes', url: 'https://x.org/fr/lieux/cannes' },
]

it('says where the page stands, and what it lists', () => {
  const places = [{ name: 'La Bulle', url: 'https://x.org/fr/spaces/1/la-bulle' }]
  expect(townStructuredData(trail, places, 30)).toEqual({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: 'Villes', item: 'https://x.org/fr/lieux' },
          { '@type': 'ListItem', position: 2, name: 'Cannes', item: 'https://x.org/fr/lieux/cannes' },
        ],
      },
      {
        '@type': 'ItemList',
        '@id': 'https://x.org/fr/lieux/cannes#places',
        name: 'Cannes',
        url: 'https://x.org/fr/lieux/cannes',
        numberOfItems: 30,
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: 'La Bulle', url: 'https://x.org/fr/spaces/1/la-bulle' },
        ],
      },
    ],
  })
})

it('lists nothing where there is nothing', () => {
  expect(townStructuredData(trail, [], 0)).toMatchObject({ '@graph': [{ '@type': 'BreadcrumbList' }] })
})
