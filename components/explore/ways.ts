import { toSearch } from '@/lib/map/address/rules'
import { layersOf, NO_FILTERS, widened } from '@/lib/map/rules'
import type { Filters, Layer, View } from '@/lib/map/terms'

/** Where to go from a list: query strings without "?", null where there is no such way. */
export type Ways = {
  /** The page itself, as a path without the language. */
  here: string
  wider: string | null
  anyDay: string | null
  unfiltered: string | null
  more: (layer: Layer, cursor: string) => string
}

/** The ways on from a view with its filters. `view` is null where the page opened by itself. */
export function waysFrom(view: View | null, shown: View, filters: Filters): Ways {
  const search = toSearch(view, filters)
  const wide = widened(shown)
  const none = toSearch(shown, NO_FILTERS)
  const alone = filters.show.length === 1
  return {
    here: search ? `/?${search}` : '/',
    wider: wide && toSearch(wide, filters),
    anyDay: filters.when === 'any' ? null : toSearch(shown, { ...filters, when: 'any' }),
    unfiltered: toSearch(shown, filters) === none ? null : none,
    // From several layers to the first page of one, which is longer; from there on, page by page.
    more: (layer, cursor) =>
      alone
        ? toSearch(shown, filters, { cursor })
        : toSearch(shown, { ...filters, show: [layer], kinds: ofLayer(filters, layer) }),
  }
}

function ofLayer({ kinds }: Filters, layer: Layer) {
  return kinds.filter((kind) => layersOf({ kinds: [kind], gentle: false, trial: false }).includes(layer))
}
