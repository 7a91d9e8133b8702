import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import type { Sender } from '@/lib/mail/letters/schema'
import type { Letter } from '@/lib/mail/schema'

type Meeting = { title: string; startsAt: Date; timeZone: string; waits: boolean }

/** All the dates of a series at once, to somebody who comes to all of them. */
export function seriesJoinedLetter(
  { guestName, title, dates, url }: { guestName: string; title: string; dates: Meeting[]; url: string },
  { words, locale, instanceName, now }: Sender,
): Letter {
  const when = ({ startsAt, timeZone, waits }: Meeting) => {
    const day = `${dayInFull(startsAt, timeZone, locale, now)}, ${timeOfDay(startsAt, timeZone, locale)}`
    return waits ? words('seriesWaiting', { day }) : day
  }
  return {
    subject: words('seriesSubject', { title }),
    locale,
    blocks: [
      { type: 'text', text: words('greeting', { name: guestName }) },
      { type: 'text', text: words('seriesText', { title }) },
      { type: 'facts', facts: [[words('whenLabel'), dates.map(when).join('\n')]] },
      { type: 'action', label: words('seeEvent'), url },
      { type: 'text', text: words('seriesSkip') },
    ],
    footer: words('footer', { instance: instanceName }),
  }
}
