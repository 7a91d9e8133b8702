import { useTranslations } from 'next-intl'
import type { EventCard } from '@/lib/events/cards/queries'

/** Who comes and how many seats are left, in words. */
export function Seats({ event }: { event: Pick<EventCard, 'seatsTaken' | 'seatsLeft'> }) {
  const t = useTranslations('events')
  const { seatsTaken, seatsLeft } = event
  const going = seatsTaken > 0 ? t('going', { count: seatsTaken }) : t('firstToGo')
  if (seatsLeft === null) return going
  if (seatsLeft === 0) return <strong className="font-semibold">{t('full')}</strong>
  return `${going} · ${t('seatsLeft', { count: seatsLeft })}`
}
