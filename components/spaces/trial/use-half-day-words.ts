import { useLocale, useTranslations } from 'next-intl'
import { dayInFull } from '@/lib/events/when/rules'
import type { HalfDay } from '@/lib/presence/halfdays/schema'
import { whenValue } from '@/lib/spaces/trials/rules'

/** A day, and its halves as buttons that send them. */
export type DayChoice = { day: string; halves: { value: string; label: string; name: string }[] }

/** Half-days of a place in words: "jeudi 3 décembre, matin", and as choices by their day. */
export function useHalfDayWords(now: Date) {
  const t = useTranslations('trial')
  const locale = useLocale()
  const dayOf = (day: string) => dayInFull(new Date(`${day}T12:00:00Z`), 'UTC', locale, now)
  const words = ({ day, half }: HalfDay) => t(half, { day: dayOf(day) })
  const choices = (halfDays: HalfDay[]): DayChoice[] =>
    [...Map.groupBy(halfDays, ({ day }) => day)].map(([day, halves]) => ({
      day: dayOf(day),
      halves: halves.map((halfDay) => ({
        value: whenValue(halfDay),
        label: t(`halves.${halfDay.half}`),
        name: words(halfDay),
      })),
    }))
  return { words, choices }
}
