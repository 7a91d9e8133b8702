'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TownInput } from '@/components/host/town-input'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import type { LatLng } from '@/lib/geo/types'
import { wishCell } from '@/lib/wishes/rules'

/** The middle of a cell as "lat,lng", with the name of its town; either may be empty. */
export type NamedCell = { cell: string; town: string }

const cellOf = (at: LatLng) => {
  const { lat, lng } = wishCell(at)
  return `${lat},${lng}`
}

type State = 'idle' | 'asking' | 'done' | 'refused'

/** Where one would come: a town, or the position, brought to the middle of its cell here before it is sent. */
export function PlaceField({ start, error }: { start: NamedCell; error?: string }) {
  const t = useTranslations('wishes')
  const [place, setPlace] = useState(start)
  // Without a script the town may be typed over while these stay: then they no longer go together.
  const cellTown = place.cell ? place.town : ''
  const [state, setState] = useState<State>('idle')
  const typed = (town: string) => {
    setPlace({ cell: '', town })
    setState('idle')
  }
  function locate() {
    if (!navigator.geolocation) return setState('refused')
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setPlace({ cell: cellOf({ lat: coords.latitude, lng: coords.longitude }), town: '' })
        setState('done')
      },
      () => setState('refused'),
      { enableHighAccuracy: false, maximumAge: 5 * 60_000, timeout: 10_000 },
    )
  }
  return (
    <div className="flex flex-col gap-2">
      <Field id="town" label={t('where')} hint={t('whereHint')} error={error}>
        {(ids) => (
          <TownInput
            ids={ids}
            name="town"
            value={place.town}
            onType={typed}
            onPick={(town) => setPlace({ cell: cellOf(town), town: town.name })}
          />
        )}
      </Field>
      <input type="hidden" name="cell" value={place.cell} />
      <input type="hidden" name="cellTown" value={cellTown} />
      <Button variant="quiet" className="self-start noscript:hidden" onClick={locate}>
        <Icon name="locate" />
        {t('nearMe')}
      </Button>
      <p role="status" className="text-muted text-sm">
        {state === 'asking' && t('nearAsking')}
        {state === 'done' && t('nearDone')}
        {state === 'refused' && t('nearRefused')}
      </p>
    </div>
  )
}
