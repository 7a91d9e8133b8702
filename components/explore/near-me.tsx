'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { toSearch } from '@/lib/map/address/rules'
import { useExplore } from './use-explore'

type Trouble = 'denied' | 'unavailable' | 'timeout' | 'insecure'

/** By `GeolocationPositionError.code`. */
const troubles: Record<number, Trouble> = { 1: 'denied', 2: 'unavailable', 3: 'timeout' }

/** About 100 m: enough to walk by, and a link that is shared gives no doorstep away. */
const rounded = (degrees: number) => Math.round(degrees * 1000) / 1000

/** Asks where the person is when they tap, never before, and says in words why it did not work. */
export function NearMe() {
  const t = useTranslations('explore.near')
  const { filters, go } = useExplore()
  const [state, setState] = useState<Trouble | 'asking' | 'idle'>('idle')
  const trouble = state !== 'idle' && state !== 'asking' ? state : null

  const ask = () => {
    if (!isSecureContext || !('geolocation' in navigator)) return setState('insecure')
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle')
        const view = { lat: rounded(coords.latitude), lng: rounded(coords.longitude), zoom: 14 }
        go(toSearch(view, filters, { me: '1' }))
      },
      ({ code }) => setState(troubles[code] ?? 'unavailable'),
      { enableHighAccuracy: false, maximumAge: 5 * 60_000, timeout: 10_000 },
    )
  }
  return (
    <>
      <button
        type="button"
        onClick={ask}
        aria-label={t('button')}
        aria-busy={state === 'asking'}
        className="grid size-12 shrink-0 place-items-center rounded-full border border-edge bg-card text-accent shadow-lift noscript:hidden lg:shadow-none"
      >
        <Icon name="locate" className={`size-6 ${state === 'asking' ? 'animate-pulse' : ''}`} />
      </button>
      <div role="status" className="absolute inset-x-0 top-full z-30 mt-2 empty:hidden">
        {state === 'asking' && <p className="sr-only">{t('asking')}</p>}
        {trouble && (
          <div className="flex items-start gap-2 rounded-2xl border border-line bg-card p-3 pl-4 shadow-lift">
            <p className="flex-1">{t(trouble)}</p>
            <button
              type="button"
              aria-label={t('dismiss')}
              onClick={() => setState('idle')}
              className="grid size-11 shrink-0 place-items-center rounded-full hover:bg-sunken"
            >
              <Icon name="close" />
            </button>
          </div>
        )}
      </div>
    </>
  )
}
