import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import type { LatLng } from '@/lib/geo/types'
import { PinField } from './pin-field'
import type { Spot } from './spot'
import { TownInput } from './town-input'
import type { Draft } from './use-draft'

type Props = {
  values: Draft
  errors: Record<string, string>
  basemap: { url: string; attribution: string }
  /** Somebody's home: its street is asked for, and told to accepted guests alone. */
  home: boolean
  onSpot: (spot: Partial<Spot>) => void
}

/** What a point is called and what its clocks say; nothing is lost without an answer, the server looks again. */
async function lookUp({ lat, lng }: LatLng): Promise<{ timeZone: string; town: string | null } | null> {
  try {
    const answer = await fetch(`/api/point?lat=${lat}&lng=${lng}`)
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}

const point = ({ lat, lng }: Draft): LatLng | null =>
  lat && lng ? { lat: Number(lat), lng: Number(lng) } : null

/** A place of its own: a town is enough, a pin makes it exact. */
export function AddressField({ values, errors, basemap, home, onSpot }: Props) {
  const t = useTranslations('host.form')
  const [city, setCity] = useState(values.city ?? '')
  const [pin, setPin] = useState(() => point(values))
  // A pin placed by hand stays where it is when the town is typed anew.
  const [byHand, setByHand] = useState(pin !== null)

  async function place(next: LatLng, town: string) {
    setPin(next)
    const found = await lookUp(next)
    const name = town || (found?.town ?? '')
    setCity(name)
    onSpot({ city: name, timeZone: found?.timeZone ?? null })
  }

  function typeCity(text: string) {
    setCity(text)
    if (!byHand) setPin(null)
    onSpot(byHand ? { city: text } : { city: text, timeZone: null })
  }

  return (
    <>
      <Field id="city" label={t('city')} hint={t(home ? 'homeCityHint' : 'cityHint')} error={errors.city}>
        {(ids) => (
          <TownInput
            ids={ids}
            name="city"
            value={city}
            onType={typeCity}
            onPick={(town) => {
              setByHand(false)
              place({ lat: town.lat, lng: town.lng }, town.name)
            }}
          />
        )}
      </Field>
      <Field id="placeName" label={t('placeName')} note={t('optional')} error={errors.placeName}>
        {(ids) => (
          <TextInput
            {...ids}
            name="placeName"
            maxLength={100}
            defaultValue={values.placeName}
            placeholder={t('placeNameExample')}
            onChange={(event) => onSpot({ placeName: event.target.value })}
          />
        )}
      </Field>
      <Field
        id="address"
        label={t('address')}
        note={home ? undefined : t('optional')}
        hint={home ? t('homeAddressHint') : undefined}
        error={errors.address}
      >
        {(ids) => (
          <TextInput
            {...ids}
            name="address"
            maxLength={200}
            defaultValue={values.address}
            autoComplete="off"
            placeholder={t('addressExample')}
          />
        )}
      </Field>
      <input type="hidden" name="lat" value={pin?.lat ?? ''} />
      <input type="hidden" name="lng" value={pin?.lng ?? ''} />
      {/* Without JavaScript a pin cannot follow the town: it counts only while the town is the one it was placed in. */}
      <noscript>
        <input type="hidden" name="pinTown" value={values.city ?? ''} />
      </noscript>
      <PinField
        pin={pin}
        error={errors.lat ?? errors.lng}
        basemap={basemap}
        onPin={(next) => {
          setByHand(true)
          place(next, city)
        }}
      />
    </>
  )
}
