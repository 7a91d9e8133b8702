import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import type { Working } from '@/lib/presence/queries'

/** On a card: how many work there in the next half-day in which anybody does, and whether one has met any of them. */
export function WorkingLine({ working: { slot, count, met } }: { working: Working }) {
  const t = useTranslations('presence')
  return (
    <p className="flex items-start gap-1.5 text-person">
      <Icon name="people" className="mt-1 size-4" />
      <span>
        {t('here', { count, slot })}
        {met > 0 && t('hereMet', { count: met })}
      </span>
    </p>
  )
}
