import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TownInput } from '@/components/host/town-input'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { snapToCell } from '@/lib/geo/cell'

type Cell = { lat: number; lng: number }

/** Home, to within a kilometre: a town, or the position rounded here, in the browser, before it is sent. */
export function AreaField({ defaultValue, error }: { defaultValue: string; error?: string }) {
  const t = useTranslations('profile')
  const [area, setArea] = useState(defaultValue)
  const [near, setNear] = useState<Cell | 'refused' | null>(null)

  function locate() {
    if (!navigator.geolocation) return setNear('refused')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => setNear(snapToCell({ lat: coords.latitude, lng: coords.longitude })),
      () => setNear('refused'),
      { enableHighAccuracy: false, timeout: 10_000 },
    )
  }

  return (
    <div className="flex flex-col gap-2">
      <Field id="area" label={t('area')} hint={t('areaHint')} error={error}>
        {(ids) => (
          <TownInput
            ids={ids}
            name="area"
            value={area}
            onType={(text) => {
              setArea(text)
              setNear(null)
            }}
            onPick={(town) => {
              setArea(town.name)
              setNear(null)
            }}
          />
        )}
      </Field>
      {near && near !== 'refused' && <input type="hidden" name="cell" value={`${near.lat},${near.lng}`} />}
      <Button variant="quiet" className="self-start" onClick={locate}>
        <Icon name="locate" />
        {t('near')}
      </Button>
      <p role="status" className="text-muted text-sm">
        {near === 'refused' && t('nearRefused')}
        {near && near !== 'refused' && t('nearDone')}
      </p>
    </div>
  )
}
