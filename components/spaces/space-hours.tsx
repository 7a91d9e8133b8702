import { useLocale, useTranslations } from 'next-intl'
import { dayInWords } from '@/lib/spaces/freshness/rules'
import type { SpacePage } from '@/lib/spaces/page/queries'
import { OpeningWeek } from './opening-week'
import { SpaceSection } from './space-section'

/** The week's hours; as somebody worded them where they cannot be read. */
export function SpaceHours({
  space: { week, openingHours, hoursText, hoursConfirmedOn },
}: {
  space: SpacePage
}) {
  const t = useTranslations('spacePage')
  const locale = useLocale()
  const words = openingHours && !week ? openingHours : hoursText
  if (!week && !words) return null
  return (
    <SpaceSection title={t('week')}>
      {week ? <OpeningWeek week={week} /> : <p>{t('hoursAsGiven', { hours: words ?? '' })}</p>}
      {hoursConfirmedOn && (
        <p className="text-muted text-sm">
          {t('hoursConfirmed', { date: dayInWords(hoursConfirmedOn, locale) })}
        </p>
      )}
    </SpaceSection>
  )
}
