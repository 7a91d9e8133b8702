import { useTranslations } from 'next-intl'

/** Says, quietly and everywhere, that people and places are invented. */
export function DemoStrip() {
  const t = useTranslations('shell')
  return (
    <aside className="h-(--strip) truncate bg-sunken px-4 text-center text-muted text-sm leading-(--strip)">
      {t('demo')}
    </aside>
  )
}
