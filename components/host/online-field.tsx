import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import type { Spot } from './spot'
import type { Draft } from './use-draft'

type Props = { values: Draft; error?: string; onSpot: (spot: Spot) => void }

/** A link to meet behind. The hours are those of the organizer's own clock, which only the browser knows. */
export function OnlineField({ values, error, onSpot }: Props) {
  const t = useTranslations('host.form')
  const [timeZone, setTimeZone] = useState(values.timeZone ?? '')

  useEffect(() => {
    if (timeZone) return
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone
    setTimeZone(own)
    onSpot({ placeName: '', city: '', timeZone: own })
  }, [timeZone, onSpot])

  return (
    <>
      <Field id="onlineUrl" label={t('onlineUrl')} hint={t('onlineUrlHint')} error={error}>
        {(ids) => (
          <TextInput
            {...ids}
            name="onlineUrl"
            type="url"
            inputMode="url"
            autoComplete="off"
            maxLength={500}
            defaultValue={values.onlineUrl}
            placeholder="https://"
          />
        )}
      </Field>
      <input type="hidden" name="timeZone" value={timeZone} />
    </>
  )
}
