import { useLocale } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { dayInFull, type Locale, timeOfDay } from '@/lib/events/when/rules'

type Question = {
  title: string
  intro: string
  event: { startsAt: Date; timeZone: string; placeName: string; city: string }
  now: Date
  token: string
  action: (form: FormData) => Promise<void>
  words: { yes: string; no: string; pending: string }
}

/** What a mail asks, answered by a button, because mail scanners open links. No is the page that gives the seat up. */
export function MailedQuestion({ title, intro, event, now, token, action, words }: Question) {
  const locale: Locale = useLocale()
  const { startsAt, timeZone, placeName, city } = event
  return (
    <Page width="narrow">
      <PageHeader title={title} intro={intro} />
      <p className="mb-6">
        {dayInFull(startsAt, timeZone, locale, now)}, {timeOfDay(startsAt, timeZone, locale)}
        <span className="block text-muted">{[placeName, city].filter(Boolean).join(', ')}</span>
      </p>
      <form action={action} className="mb-3">
        <input type="hidden" name="token" value={token} />
        <SubmitButton variant="primary" className="w-full text-lg" pending={words.pending}>
          {words.yes}
        </SubmitButton>
      </form>
      <LinkButton href={`/leave/${token}`} className="w-full">
        {words.no}
      </LinkButton>
    </Page>
  )
}

type Ending = {
  title: string
  intro: string
  /** Of the event's page, if there is one. */
  path: string | null
  words: { event: string; others: string }
}

/** What became of it, and where to go from here. */
export function MailedEnding({ title, intro, path, words }: Ending) {
  return (
    <Page width="narrow">
      <PageHeader title={title} intro={intro} />
      <div className="flex flex-wrap gap-2">
        {path && (
          <LinkButton href={path} variant="primary">
            {words.event}
          </LinkButton>
        )}
        <LinkButton href="/">{words.others}</LinkButton>
      </div>
    </Page>
  )
}
