import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { GENTLE_FACTS, GENTLE_SEATS } from '@/lib/events/gentle/terms'
import type { Draft } from './use-draft'

/** What a host may promise to whoever comes alone. */
export function GentleFields({ values, home }: { values: Draft; home: boolean }) {
  const t = useTranslations('host.form')
  return (
    <fieldset>
      <legend className="font-semibold">{t('gentle')}</legend>
      {!home && (
        <>
          <p className="text-muted text-sm">{t('gentleNote', { seats: GENTLE_SEATS })}</p>
          {GENTLE_FACTS.map((fact) => (
            <Checkbox key={fact} name={fact} defaultChecked={values[fact] === 'on'} label={t(fact)} />
          ))}
        </>
      )}
      <Checkbox
        name="goodForNewcomers"
        defaultChecked={values.goodForNewcomers === 'on'}
        label={
          <>
            {t('goodForNewcomers')}
            <span className="block text-muted text-sm">{t('goodForNewcomersNote')}</span>
          </>
        }
      />
    </fieldset>
  )
}
