import { useTranslations } from 'next-intl'
import type { Guest } from '@/lib/events/guests/queries'

/** What a guest told the hosts: a note, and answers to their questions. */
export function GuestWords({ guest: { note, answers } }: { guest: Guest }) {
  const t = useTranslations('host.guests')
  if (!note && answers.length === 0) return null
  return (
    <div className="mt-1 flex w-full flex-col gap-1 pl-13 text-sm">
      {note && <p className="whitespace-pre-line break-words border-accent border-l-2 pl-3">{note}</p>}
      {answers.length > 0 && (
        <dl>
          {answers.map(({ question: { id, type, text }, answer }) => (
            <div key={id} className="flex flex-wrap gap-x-2">
              <dt className="text-muted">{text}</dt>
              <dd className="break-words">
                {type === 'yes_no' ? t(answer === 'yes' ? 'yes' : 'no') : answer}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
