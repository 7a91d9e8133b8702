import { useLocale, useTranslations } from 'next-intl'
import { weekdayName } from '@/lib/events/repeating/rules'
import type { RuleWords } from '@/lib/events/series/rules'

/** Says how often something comes back: "Tous les jeudis, jusqu’au 30 juin 2027". */
export function useRuleWords(): (rule: RuleWords) => string {
  const t = useTranslations('series')
  const locale = useLocale()
  return ({ key, weekday, nth, until, count }) => {
    const name = weekday > 0 ? weekdayName(weekday, locale) : ''
    const often = t(`rule_${key}`, { weekday: name, nth })
    if (count !== null) return t('times', { rule: often, count })
    if (until === null) return often
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(until),
    )
    return t('until', { rule: often, day })
  }
}
