import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'

const DONE = ['sent', 'applied', 'added'] as const

/** Somebody says that it closed, or is open after all, and nobody has checked: good to know before one leaves home. */
export function ClosingNotice({ people, closed }: { people: number; closed: boolean }) {
  const t = useTranslations('corrections')
  return people > 0 && <Notice>{t(closed ? 'saidOpen' : 'saidClosed', { count: people })}</Notice>
}

/** What became of what one has just sent; nothing for words of the address that nobody wrote here. */
export function SpaceThanks({ done, hours }: { done: unknown; hours: unknown }) {
  const t = useTranslations('corrections')
  const just = DONE.find((word) => word === done)
  if (!just) return null
  return (
    <div role="status" className="flex flex-col gap-2">
      <Notice tone="good">{t(`thanks.${just}`)}</Notice>
      {hours === 'words' && <Notice>{t('hoursInWords')}</Notice>}
    </div>
  )
}
