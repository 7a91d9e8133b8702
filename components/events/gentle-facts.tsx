import { useFormatter, useTranslations } from 'next-intl'
import { Fact } from '@/components/ui/fact'
import { factsOf } from '@/lib/events/gentle/rules'
import type { GentleSettings } from '@/lib/events/gentle/schema'

/** What whoever comes alone may count on. */
export function GentleFacts({ event }: { event: GentleSettings & { gentle: boolean } }) {
  const t = useTranslations('events.gentle')
  const format = useFormatter()
  const said = factsOf(event)
  const facts = format.list(
    said.map((fact) => t(fact)),
    { type: 'unit' },
  )
  return (
    <>
      {said.length > 0 && (
        <Fact icon="leaf" note={event.gentle && t('hidden')}>
          {t(event.gentle ? 'gentleFact' : 'plainFact', { facts })}
        </Fact>
      )}
      {event.goodForNewcomers && <Fact icon="person">{t('newcomersFact')}</Fact>}
    </>
  )
}
