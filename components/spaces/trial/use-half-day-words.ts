import { useLocale, useTranslations } from 'next-intl'
import { dayInFull } from '@/lib/events/when/rules'
import type { HalfDay } from '@/lib/presence/halfdays/schema'

/** A half-day of a place in words: "jeudi 3 décembre, matin". */
export function useHalfDayWords(now: Date): (halfDay: HalfDay) => string {
  const t = useTranslations('trial')
  const locale = useLocale()
  return ({ day, half }) => t(half, { day: dayInFull(new Date(`${day}T12:00:00Z`), 'UTC', locale, now) })
}
