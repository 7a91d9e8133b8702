import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TownInput } from '@/components/host/town-input'
import { Field } from '@/components/ui/field'
import type { LatLng } from '@/lib/geo/types'

/** The town of a client; one picked from the list is told apart from others of its name by where it is. */
export function TownField({ defaultValue, error }: { defaultValue: string; error?: string }) {
  const t = useTranslations('presence')
  const [area, setArea] = useState(defaultValue)
  const [near, setNear] = useState<LatLng | null>(null)
  return (
    <>
      <Field id="area" label={t('area')} error={error}>
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
              setNear(town)
            }}
          />
        )}
      </Field>
      {near && <input type="hidden" name="near" value={`${near.lat},${near.lng}`} />}
    </>
  )
}
