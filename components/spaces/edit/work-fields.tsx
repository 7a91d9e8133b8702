import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { INTERNET, INTERNET_FEES, NOISE, SOCKETS } from '@/lib/spaces/terms'
import { EditField, type Filled, textOf } from './edit-field'
import { ThreeWay } from './three-way'

type Props = {
  filled: Filled
  /** Those who have the place say outright what others say with a tap. */
  owner?: boolean
}

/** Internet, calls and rooms: whether one can work there. */
export function WorkFields({ filled, owner = false }: Props) {
  const t = useTranslations('spaceEdit')
  const given = (name: 'callsAllowed' | 'phoneBooths' | 'meetingRooms') => ({
    ...{ name, legend: t(name), value: textOf(filled, name), error: filled.errors[name] },
  })
  return (
    <>
      <Field id="space-internet" label={t('internetLabel')} error={filled.errors.internet}>
        {(ids) => (
          <Select {...ids} name="internet" defaultValue={textOf(filled, 'internet')}>
            <option value="">{t('unknown')}</option>
            {INTERNET.map((one) => (
              <option key={one} value={one}>
                {t(`internet.${one}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <ThreeWay
        name="internetFee"
        legend={t('internetFeeLabel')}
        value={textOf(filled, 'internetFee')}
        options={INTERNET_FEES.map((value) => ({ value, label: t(`internetFee.${value}`) }))}
        error={filled.errors.internetFee}
      />
      <EditField name="internetSsid" label={t('ssid')} maxLength={100} filled={filled} />
      {owner && (
        <>
          <ThreeWay
            name="sockets"
            legend={t('socketsLabel')}
            value={textOf(filled, 'sockets')}
            options={SOCKETS.map((value) => ({ value, label: t(`sockets.${value}`) }))}
          />
          <ThreeWay
            name="noise"
            legend={t('noiseLabel')}
            value={textOf(filled, 'noise')}
            options={NOISE.map((value) => ({ value, label: t(`noise.${value}`) }))}
          />
        </>
      )}
      <ThreeWay {...given('callsAllowed')} />
      <ThreeWay {...given('phoneBooths')} />
      <ThreeWay {...given('meetingRooms')} />
    </>
  )
}
