import { useFormatter, useTranslations } from 'next-intl'

/** How many come; to members, the first names of those who let themselves be seen. */
export function EventCompany({
  going,
  firstNames,
  signedIn,
}: {
  going: number
  firstNames: string[]
  signedIn: boolean
}) {
  const t = useTranslations('events.page')
  const format = useFormatter()
  return (
    <section className="flex flex-col gap-1">
      <h2 className="text-xl">{t('company')}</h2>
      <p>{t('going', { count: going })}</p>
      {firstNames.length > 0 && <p>{t('names', { names: format.list(firstNames) })}</p>}
      {!signedIn && going > 0 && <p className="text-muted text-sm">{t('namesHint')}</p>}
    </section>
  )
}
