import { useLocale, useTranslations } from 'next-intl'
import type { HostMessage } from '@/lib/events/messages/queries'
import { dayInFull, type Locale, timeOfDay } from '@/lib/events/when/rules'

type Props = { messages: HostMessage[]; now: Date; timeZone: string }

/** What the hosts wrote, latest first. Shows nothing where they wrote nothing. */
export function Messages({ messages, now, timeZone }: Props) {
  const t = useTranslations('messages')
  const locale: Locale = useLocale()
  if (messages.length === 0) return null
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-xl">{t('earlier')}</h2>
      <ul className="flex flex-col gap-3">
        {messages.map(({ id, body, createdAt, sender }) => (
          <li key={id} className="rounded-card border border-line bg-card p-4">
            <p className="text-muted text-sm">
              <span className="font-semibold text-ink">{sender.name}</span> ·{' '}
              {dayInFull(createdAt, timeZone, locale, now)}, {timeOfDay(createdAt, timeZone, locale)}
            </p>
            <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">{body}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
