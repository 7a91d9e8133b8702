import type { MetadataRoute } from 'next'
import { env } from '@/lib/env'

// Asked when it is served: a build knows nothing of the instance's settings.
export const dynamic = 'force-dynamic'

/** What a phone needs to put the app on its home screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: env().instanceName,
    short_name: env().instanceName,
    start_url: '/',
    display: 'standalone',
    background_color: '#faf6ef',
    theme_color: '#faf6ef',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  }
}
