import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { FieldError } from '@/components/ui/field-error'
import { Select } from '@/components/ui/select'
import { COMMON_CURRENCIES, COMMON_PAYMENT } from '@/lib/spaces/edits/terms'
import { EditField, type Filled, listOf, textOf } from './edit-field'
import { ThreeWay } from './three-way'

const UNITS = ['priceHour', 'priceDay', 'priceMonth'] as const

/** What it costs, and how one pays. */
export function PriceFields({ filled }: { filled: Filled }) {
  const t = useTranslations('spaceEdit')
  const currency = textOf(filled, 'currency') || 'EUR'
  const payment = listOf(filled, 'payment')
  // What OpenStreetMap knows besides is neither shown nor lost.
  const others = payment.filter((key) => key !== '' && !COMMON_PAYMENT.some((known) => known === key))
  return (
    <>
      <ThreeWay
        name="fee"
        legend={t('fee')}
        value={textOf(filled, 'fee')}
        options={[
          { value: 'no', label: t('feeNo') },
          { value: 'yes', label: t('feeYes') },
        ]}
        error={filled.errors.fee}
      />
      <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-4">
        {UNITS.map((name) => (
          <EditField
            key={name}
            name={name}
            label={t(name)}
            inputMode="decimal"
            maxLength={20}
            filled={filled}
          />
        ))}
        <Field id="space-currency" label={t('currency')} error={filled.errors.currency}>
          {(ids) => (
            <Select {...ids} name="currency" defaultValue={currency}>
              {[...new Set([...COMMON_CURRENCIES, currency])].map((code) => (
                <option key={code} value={code}>
                  {code}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <EditField name="charge" label={t('charge')} hint={t('chargeHint')} maxLength={200} filled={filled} />
      <fieldset aria-describedby={filled.errors.payment ? 'payment-error' : undefined}>
        <legend className="font-semibold">{t('payment')}</legend>
        {['', ...others].map((key) => (
          <input key={key} type="hidden" name="payment" value={key} />
        ))}
        <div className="grid grid-cols-2 sm:grid-cols-3">
          {COMMON_PAYMENT.map((key) => (
            <Checkbox
              key={key}
              name="payment"
              value={key}
              label={t(`means.${key}`)}
              defaultChecked={payment.includes(key)}
            />
          ))}
        </div>
        <FieldError id="payment-error" error={filled.errors.payment} />
      </fieldset>
    </>
  )
}
