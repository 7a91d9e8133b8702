'use client'

import { useSearchParams } from 'next/navigation'
import { createContext, use, useMemo, useTransition } from 'react'
import type { LatLng } from '@/lib/geo/types'
import { useRouter } from '@/lib/i18n/navigation'
import { paramsOf, readFilters, readPage, readView, toSearch } from '@/lib/map/address/rules'
import type { Filters, View } from '@/lib/map/terms'

/** What the parts of the page share: where one looks, what stands out, and how to go elsewhere. */
export type Explore = {
  /** What the map shows now. */
  view: View
  /** Whether the URL says so, or it is where the page opens by itself. */
  explicit: boolean
  filters: Filters
  /** The card and pin that stand out, as `event:ID` or `space:ID`. */
  selected: string | null
  /** The server is asked for another list. */
  pending: boolean
  /** Opens another view or other filters: a query string without "?". */
  go: (search: string, how?: 'push' | 'replace') => void
  hover: (ref: string | null) => void
  /** Shows on the map where a card is. */
  point: (ref: string, at: LatLng) => void
}

export const ExploreContext = createContext<Explore | null>(null)

export function useExplore(): Explore {
  const explore = use(ExploreContext)
  if (!explore) throw new Error('outside of the page that explores')
  return explore
}

/** View, filters and selection as the URL has them; `home` is where the page opened by itself. */
export function useUrl(home: View) {
  const params = paramsOf(new URLSearchParams(useSearchParams().toString()))
  const view = readView(params)
  const chosen = toSearch(null, readFilters(params))
  // The same object while the map moves about: what shows the filters has nothing to do then.
  const filters = useMemo(() => readFilters(paramsOf(new URLSearchParams(chosen))), [chosen])
  return {
    view: view ?? home,
    explicit: view !== null,
    filters,
    at: readPage(params).at,
  }
}

/** Navigation within the page that keeps the place in the list and says that it is under way. */
export function useGo() {
  const [pending, startTransition] = useTransition()
  const router = useRouter()
  const go: Explore['go'] = (search, how = 'push') =>
    startTransition(() => router[how](search ? `/?${search}` : '/', { scroll: false }))
  return { pending, go }
}

/**
 * Writes into the URL, without history, what needs no other list: where the map went, or what stands out. The URL is
 * read afresh, because React may not have heard of the last change yet.
 */
export function rewriteUrl(change: { view: View } | { at: string | null }): void {
  const params = paramsOf(new URLSearchParams(location.search))
  const filters = readFilters(params)
  const { q, me, at } = readPage(params)
  const search =
    'view' in change
      ? toSearch(change.view, filters, { at })
      : toSearch(readView(params), filters, { q, me: me ? '1' : null, at: change.at })
  history.replaceState(null, '', search ? `?${search}` : location.pathname)
}
