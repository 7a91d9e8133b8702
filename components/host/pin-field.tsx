import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PlacePicker } from '@/components/map/place-picker'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field-error'
import { Icon } from '@/components/ui/icon'
import type { LatLng } from '@/lib/geo/types'

type Props = {
  pin: LatLng | null
  error?: string
  basemap: { url: string; attribution: string }
  onPin: (pin: LatLng) => void
}

/** The exact point, on a map that is fetched only when somebody asks for it. */
export function PinField({ pin, error, basemap, onPin }: Props) {
  const t = useTranslations('host.form')
  const [open, setOpen] = useState(error !== undefined)
  if (open) {
    return (
      <div className="flex flex-col gap-2">
        <PlacePicker value={pin} onChange={onPin} basemap={basemap} />
        <FieldError id="pin-error" error={error} />
      </div>
    )
  }
  return (
    <Button className="self-start" onClick={() => setOpen(true)}>
      <Icon name="pin" />
      {t(pin ? 'pinMove' : 'pin')}
    </Button>
  )
}
