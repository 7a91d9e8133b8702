import { useTranslations } from 'next-intl'

/** Says, quietly and everywhere, that people and places are invented. */
export function DemoStrip() {
  const t = useTranslations('shell')
  return <aside className="bg-sunken px-4 py-1 text-center text-muted text-sm">{t('demo')}</aside>
}
