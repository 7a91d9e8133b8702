import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { TownInput } from '@/components/host/town-input'
import { PlacePicker } from '@/components/map/place-picker'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { LiveInput } from '@/components/ui/live-input'
import type { LatLng } from '@/lib/geo/types'
import { EditField, type Filled, textOf } from './edit-field'

type Props = {
  filled: Filled
  basemap: { url: string; attribution: string }
  /** Called with what stands there while it is typed. */
  onPoint?: (at: LatLng) => void
}

/** Zoom of a town one has picked. */
const TOWN = 14

const point = (text: string): LatLng | null => {
  const [lat = '', lng = ''] = text.split(', ')
  return lat && lng ? { lat: Number(lat), lng: Number(lng) } : null
}

/** Where a space is: its address, and its point, by hand on the map or as a map app copies it. */
export function PlaceFields({ filled, basemap, onPoint }: Props) {
  const t = useTranslations('spaceEdit')
  const names = new Intl.DisplayNames([useLocale()], { type: 'region' })
  const nameOf = (country: string) => (/^[A-Z]{2}$/.test(country) ? (names.of(country) ?? country) : country)
  const [city, setCity] = useState(textOf(filled, 'city'))
  const [postcode, setPostcode] = useState(textOf(filled, 'postcode'))
  const [country, setCountry] = useState(nameOf(textOf(filled, 'country')))
  const [position, setPosition] = useState(textOf(filled, 'position'))
  const [town, setTown] = useState<LatLng | null>(null)
  const [map, setMap] = useState(false)
  const pin = point(position)
  return (
    <>
      <EditField name="street" label={t('street')} filled={filled} placeholder={t('streetExample')} />
      <div className="grid grid-cols-[7rem_1fr] items-start gap-3">
        <Field id="space-postcode" label={t('postcode')} error={filled.errors.postcode}>
          {(ids) => (
            <LiveInput {...ids} name="postcode" maxLength={20} value={postcode} onText={setPostcode} />
          )}
        </Field>
        <Field id="space-city" label={t('city')} error={filled.errors.city}>
          {(ids) => (
            <TownInput
              ids={ids}
              name="city"
              value={city}
              onType={setCity}
              onPick={(found) => {
                setCity(found.name)
                if (found.postcode) setPostcode(found.postcode)
                setCountry(nameOf(found.country))
                setTown({ lat: found.lat, lng: found.lng })
                if (!pin) onPoint?.({ lat: found.lat, lng: found.lng })
              }}
            />
          )}
        </Field>
      </div>
      <Field id="space-country" label={t('country')} error={filled.errors.country}>
        {(ids) => <LiveInput {...ids} name="country" maxLength={60} value={country} onText={setCountry} />}
      </Field>
      <div className="flex flex-col gap-3">
        <Field
          id="space-position"
          label={t('position')}
          hint={t('positionHint')}
          error={filled.errors.position}
        >
          {(ids) => (
            <LiveInput {...ids} name="position" maxLength={60} value={position} onText={setPosition} />
          )}
        </Field>
        {map ? (
          <PlacePicker
            value={pin}
            start={town ? { ...town, zoom: TOWN } : undefined}
            basemap={basemap}
            onChange={(at) => {
              setPosition(`${at.lat.toFixed(5)}, ${at.lng.toFixed(5)}`)
              onPoint?.(at)
            }}
          />
        ) : (
          <Button className="self-start" onClick={() => setMap(true)}>
            <Icon name="pin" />
            {t(pin ? 'pinMove' : 'pin')}
          </Button>
        )}
      </div>
      <EditField name="level" label={t('level')} hint={t('levelHint')} filled={filled} className="max-w-32" />
    </>
  )
}
