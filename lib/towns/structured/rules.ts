/** A page by its name and its absolute address. */
export type Named = { name: string; url: string }

/**
 * JSON-LD of a town's page: where it stands among the others (https://schema.org/BreadcrumbList, the page itself last),
 * and the places on it (https://schema.org/ItemList), out of `total` in all.
 */
export function townStructuredData(trail: Named[], places: Named[], total: number): object {
  const self = trail.at(-1)
  const list = {
    '@type': 'ItemList',
    ...(self && { '@id': `${self.url}#places`, name: self.name, url: self.url }),
    numberOfItems: total,
    itemListElement: places.map(({ name, url }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      url,
    })),
  }
  const breadcrumbs = {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, url }, at) => ({
      ...{ '@type': 'ListItem', position: at + 1, name, item: url },
    })),
  }
  return { '@context': 'https://schema.org', '@graph': [breadcrumbs, ...(places.length > 0 ? [list] : [])] }
}
