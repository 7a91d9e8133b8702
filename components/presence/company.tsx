import { useFormatter, useTranslations } from 'next-intl'
import type { Working } from '@/lib/presence/queries'

/** First names to read in a row; whoever comes after them is a number. */
const READ = 8

/** How many are there, who of them one may know by name, and how many of these one has met. */
export function Company({ working: { count, names, met }, mine }: { working: Working; mine: boolean }) {
  const t = useTranslations('presence')
  const format = useFormatter()
  const read = names.slice(0, READ)
  const others = count - read.length - (mine ? 1 : 0)
  const nameless = others > 0 && read.length > 0 ? [t('others', { count: others })] : []
  return (
    <>
      <span className="block text-muted">{t('count', { count })}</span>
      {read.length > 0 && <span className="block break-words">{format.list([...read, ...nameless])}</span>}
      {met > 0 && <span className="block text-good text-sm">{t('met', { count: met })}</span>}
    </>
  )
}
