import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { now } from '@/lib/clock'
import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import { comingPage } from '@/lib/reminders/rules'
import { rsvpOfToken } from '@/lib/rsvps/queries'
import { slugify } from '@/lib/slug'
import { reconfirmFromMail } from './actions'

// The address of this page is a key: it must not travel in a Referer.
export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

/** Where the day before's reminder leads when others wait: a button, because mail scanners open links. */
export default async function ComingPage({ params }: PageProps<'/[locale]/coming/[token]'>) {
  const { token } = await params
  const [t, locale, rsvp] = await Promise.all([getTranslations('coming'), getLocale(), rsvpOfToken(token)])
  const state = comingPage(rsvp, now())
  const path = rsvp && `/events/${rsvp.event.id}/${slugify(rsvp.event.title)}`
  if (rsvp && state === 'ask') {
    const { title, startsAt, timeZone, placeName, city } = rsvp.event
    return (
      <Page width="narrow">
        <PageHeader title={t('question', { title })} intro={t('text')} />
        <p className="mb-6">
          {dayInFull(startsAt, timeZone, locale, now())}, {timeOfDay(startsAt, timeZone, locale)}
          <span className="block text-muted">{[placeName, city].filter(Boolean).join(', ')}</span>
        </p>
        <form action={reconfirmFromMail} className="mb-3">
          <input type="hidden" name="token" value={token} />
          <SubmitButton variant="primary" className="w-full text-lg" pending={t('pending')}>
            {t('yes')}
          </SubmitButton>
        </form>
        <LinkButton href={`/leave/${token}`} className="w-full">
          {t('no')}
        </LinkButton>
      </Page>
    )
  }
  const ending = state === 'ask' ? 'unknown' : state
  return (
    <Page width="narrow">
      <PageHeader title={t(`${ending}Title`)} intro={t(`${ending}Text`)} />
      <div className="flex flex-wrap gap-2">
        {path && (
          <LinkButton href={path} variant="primary">
            {t('event')}
          </LinkButton>
        )}
        <LinkButton href="/">{t('others')}</LinkButton>
      </div>
    </Page>
  )
}
