import type { LatLng } from '@/lib/geo/types'

type Props = {
  pin: LatLng | null
  error?: string
  basemap: { url: string; attribution: string }
  onPin: (pin: LatLng) => void
}

/** The exact point, on a map that is fetched only when somebody asks for it. */
export function PinField(_props: Props) {
  return null
}
