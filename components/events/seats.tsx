import { useTranslations } from 'next-intl'
import type { EventCard } from '@/lib/events/cards/queries'

/** Who comes and how many seats are left, in words. */
export function Seats({ event }: { event: Pick<EventCard, 'seatsTaken' | 'seatsLeft'> }) {
  const t = useTranslations('events')
  const { seatsTaken, seatsLeft } = event
  const going = seatsTaken > 0 && t('going', { count: seatsTaken })
  const left = seatsLeft !== null && t('seatsLeft', { count: seatsLeft })
  return [going, left].filter(Boolean).join(' · ') || t('firstToGo')
}
