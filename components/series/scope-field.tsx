import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { RadioCards } from '@/components/ui/radio-cards'
import { SCOPES } from '@/lib/events/series/terms'

/** Which occurrences a change is about. `changes`: a change, not a cancellation, may spare those changed by themselves. */
export function ScopeField({ changes, value = 'this' }: { changes: boolean; value?: string }) {
  const t = useTranslations('series')
  const [scope, setScope] = useState(value)
  return (
    <div className="flex flex-col gap-2">
      <RadioCards
        name="scope"
        legend={t('scope')}
        options={SCOPES.map((each) => ({ value: each, label: t(`scope_${each}`) }))}
        defaultValue={value}
        onChange={setScope}
      />
      {changes && (
        <div className={scope === 'this' ? 'hidden noscript:block' : ''}>
          <Checkbox name="includeChanged" label={t('includeChanged')} />
        </div>
      )}
    </div>
  )
}
