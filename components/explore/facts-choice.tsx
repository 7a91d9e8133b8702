import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { TextInput } from '@/components/ui/text-input'
import { FACTS, type Fact, type Filters } from '@/lib/map/terms'

const HOURS: readonly Fact[] = ['open', 'late']

/** When it has to be open, and what has to be found there. */
export function FactsChoice({ id, filters }: { id: string; filters: Filters }) {
  const t = useTranslations('filters')
  const box = (fact: Fact) => (
    <Checkbox key={fact} name={fact} value="1" defaultChecked={filters[fact]} label={t(`facts.${fact}`)} />
  )
  return (
    <>
      <fieldset>
        <legend className="font-semibold">{t('hours')}</legend>
        <div className="grid grid-cols-2 gap-x-6">{HOURS.map(box)}</div>
        <label htmlFor={`${id}-open-at`} className="flex items-center gap-3">
          <span className="shrink-0">{t('openAt')}</span>
          <TextInput
            id={`${id}-open-at`}
            type="datetime-local"
            name="openAt"
            defaultValue={filters.openAt ?? ''}
            className="max-w-60"
          />
        </label>
      </fieldset>
      <fieldset>
        <legend className="font-semibold">{t('only')}</legend>
        <div className="grid grid-cols-2 gap-x-6">
          {FACTS.filter((fact) => !HOURS.includes(fact)).map(box)}
        </div>
        <label htmlFor={`${id}-max-price`} className="flex items-center gap-3">
          <span className="shrink-0">{t('maxPrice')}</span>
          <TextInput
            id={`${id}-max-price`}
            type="number"
            inputMode="numeric"
            min={1}
            max={9999}
            name="maxPrice"
            defaultValue={filters.maxPrice ?? ''}
            className="max-w-28"
          />
        </label>
      </fieldset>
    </>
  )
}
