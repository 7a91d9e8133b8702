'use client'

import { useTranslations } from 'next-intl'
import { spaceIcons } from '@/components/spaces/space-kind'
import { Field } from '@/components/ui/field'
import { RadioCards } from '@/components/ui/radio-cards'
import { TextArea } from '@/components/ui/text-area'
import { SPACE_KINDS } from '@/lib/spaces/terms'
import { EditField, type Filled, textOf } from './edit-field'
import { Fold } from './fold'
import { PlaceFields } from './place-fields'
import { PriceFields } from './price-fields'
import { AccessFields, ComfortFields, LanguageFields } from './site-fields'
import { WorkFields } from './work-fields'

export type SpaceFieldsProps = Filled & {
  /** To choose from, named in the reader's language: `languageNames` with those that the space has. */
  languages: { code: string; name: string }[]
  basemap: { url: string; attribution: string }
  /** Those who have the place say a little more. */
  owner?: boolean
}

const WHERE = ['street', 'postcode', 'city', 'country', 'position', 'level'] as const
const PRICE = ['fee', 'priceHour', 'priceDay', 'priceMonth', 'currency', 'charge', 'payment'] as const
const WORK = [
  ...(['internet', 'internetFee', 'internetSsid', 'callsAllowed', 'phoneBooths', 'meetingRooms'] as const),
]
const COMFORT = ['coffee', 'outdoor', 'airConditioning', 'bikeParking', 'capacity'] as const
const ACCESS = ['wheelchair', 'toiletsWheelchair'] as const
const ABOUT = ['description', 'email', 'operator', 'languages'] as const

/**
 * Every fact of a space, a few at first and the rest folded away: for who suggests, adds or owns one. `values` are
 * `formValues` of what is known, or what was typed; whoever shows them again gives them a new key. Works without a script.
 */
export function SpaceFields({ values, errors, languages, basemap, owner }: SpaceFieldsProps) {
  const t = useTranslations('spaceEdit')
  const filled = { values, errors }
  return (
    <div className="flex flex-col gap-6">
      <NameFields filled={filled} />
      <Field id="space-hours" label={t('hours')} hint={t('hoursHint')} error={errors.hours}>
        {(ids) => (
          <TextArea
            {...ids}
            name="hours"
            rows={3}
            maxLength={1000}
            defaultValue={textOf(filled, 'hours')}
            placeholder={t('hoursExample')}
          />
        )}
      </Field>
      <EditField
        name="website"
        label={t('website')}
        type="url"
        inputMode="url"
        maxLength={500}
        filled={filled}
      />
      <EditField name="phone" label={t('phone')} type="tel" maxLength={100} filled={filled} />
      <div className="flex flex-col gap-3">
        <Fold icon="pin" title={t('groups.where')} fields={WHERE} filled={filled}>
          <PlaceFields filled={filled} basemap={basemap} />
        </Fold>
        <OtherFolds filled={filled} languages={languages} owner={owner} />
      </div>
    </div>
  )
}

/** What it is called and what it is. */
export function NameFields({ filled }: { filled: Filled }) {
  const t = useTranslations('spaceEdit')
  const kinds = useTranslations('spaces.kinds')
  const kind = textOf(filled, 'kind')
  // Somebody's table at home is nothing to be found in the street.
  const offered = SPACE_KINDS.filter((one) => one !== 'home_table' || kind === one)
  return (
    <>
      <EditField name="name" label={t('name')} maxLength={200} filled={filled} />
      <RadioCards
        name="kind"
        legend={t('kind')}
        columns={2}
        options={offered.map((value) => ({ value, label: kinds(value), icon: spaceIcons[value] }))}
        defaultValue={kind}
        error={filled.errors.kind}
      />
    </>
  )
}

type Folded = { filled: Filled } & Pick<SpaceFieldsProps, 'languages' | 'owner'>

/** Price, work, comfort, access and the rest, each folded away. */
export function OtherFolds({ filled, languages, owner }: Folded) {
  const t = useTranslations('spaceEdit')
  return (
    <>
      <Fold icon="price" title={t('groups.price')} fields={PRICE} filled={filled}>
        <PriceFields filled={filled} />
      </Fold>
      <Fold icon="wifi" title={t('groups.work')} fields={WORK} filled={filled}>
        <WorkFields filled={filled} owner={owner} />
      </Fold>
      <Fold icon="coffee" title={t('groups.comfort')} fields={COMFORT} filled={filled}>
        <ComfortFields filled={filled} />
      </Fold>
      <Fold icon="wheelchair" title={t('groups.access')} fields={ACCESS} filled={filled}>
        <AccessFields filled={filled} />
      </Fold>
      <Fold icon="info" title={t('groups.about')} fields={ABOUT} filled={filled}>
        <Field
          id="space-description"
          label={t('description')}
          hint={t('descriptionHint')}
          error={filled.errors.description}
        >
          {(ids) => (
            <TextArea
              {...ids}
              name="description"
              rows={4}
              maxLength={2000}
              defaultValue={textOf(filled, 'description')}
            />
          )}
        </Field>
        <EditField
          name="email"
          label={t('email')}
          type="email"
          inputMode="email"
          maxLength={254}
          filled={filled}
        />
        <EditField name="operator" label={t('operator')} maxLength={200} filled={filled} />
        <LanguageFields filled={filled} languages={languages} />
      </Fold>
    </>
  )
}
