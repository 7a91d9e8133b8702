import { useFormatter, useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'

/** "Ana comes too": those one is glad to meet again, at an outing one comes to. */
export function ComeToo({ names }: { names: string[] }) {
  const t = useTranslations('seeAgain')
  const format = useFormatter()
  if (names.length === 0) return null
  return (
    <p className="mb-4 flex items-start gap-2">
      <Icon name="pair" className="mt-0.5 size-5 text-accent" />
      {t('comeToo', { names: format.list(names), count: names.length })}
    </p>
  )
}
