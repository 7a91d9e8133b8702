import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MailedEnding, MailedQuestion } from '@/components/rsvps/mailed-page'
import { now } from '@/lib/clock'
import { comingPage } from '@/lib/reminders/rules'
import { rsvpOfToken } from '@/lib/rsvps/queries'
import { slugify } from '@/lib/slug'
import { reconfirmFromMail } from './actions'

// The address of this page is a key: it must not travel in a Referer.
export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

/** Where the day before's reminder leads when others wait: a button, because mail scanners open links. */
export default async function ComingPage({ params }: PageProps<'/[locale]/coming/[token]'>) {
  const { token } = await params
  const [t, rsvp] = await Promise.all([getTranslations('coming'), rsvpOfToken(token)])
  const state = comingPage(rsvp, now())
  if (rsvp && state === 'ask') {
    const { event } = rsvp
    const words = { yes: t('yes'), no: t('no'), pending: t('pending') }
    return (
      <MailedQuestion
        {...{ event, token, words, now: now(), action: reconfirmFromMail }}
        title={t('question', { title: event.title })}
        intro={t('text')}
      />
    )
  }
  const ending = state === 'ask' ? 'unknown' : state
  return (
    <MailedEnding
      title={t(`${ending}Title`)}
      intro={t(`${ending}Text`)}
      path={rsvp && `/events/${rsvp.event.id}/${slugify(rsvp.event.title)}`}
      words={{ event: t('event'), others: t('others') }}
    />
  )
}
