import { LeafletMap } from './leaflet-map'

export const dynamic = 'force-dynamic'

/** `?tiles=TEMPLATE`: a page with nothing but a plain Leaflet map on it. */
export default async function Page({ searchParams }: { searchParams: Promise<{ tiles?: string }> }) {
  const { tiles = '' } = await searchParams
  return <LeafletMap tiles={tiles} />
}
