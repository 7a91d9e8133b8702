import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { MailedEnding, MailedQuestion } from '@/components/rsvps/mailed-page'
import { now } from '@/lib/clock'
import { timeOfDay } from '@/lib/events/when/rules'
import { rsvpOfToken } from '@/lib/rsvps/queries'
import { confirmPage } from '@/lib/rsvps/rules'
import { slugify } from '@/lib/slug'
import { confirmFromMail } from './actions'

type Props = PageProps<'/[locale]/confirm/[token]'>

// The address of this page is a key: it must not travel in a Referer.
export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

/** Where the mail of an offered seat leads: a button, because mail scanners open links. */
export default async function ConfirmPage({ params }: Props) {
  const { token } = await params
  const [t, locale, rsvp] = await Promise.all([getTranslations('confirm'), getLocale(), rsvpOfToken(token)])
  const state = confirmPage(rsvp, now())
  if (rsvp?.heldUntil && state === 'ask') {
    const { event, heldUntil } = rsvp
    const words = { yes: t('confirm'), no: t('leave'), pending: t('pending') }
    return (
      <MailedQuestion
        {...{ event, token, words, now: now(), action: confirmFromMail }}
        title={t('question', { title: event.title })}
        intro={t('text', { time: timeOfDay(heldUntil, event.timeZone, locale) })}
      />
    )
  }
  const ending = state === 'ask' ? 'lapsed' : state
  return (
    <MailedEnding
      title={t(`${ending}Title`)}
      intro={t(`${ending}Text`)}
      path={rsvp && `/events/${rsvp.event.id}/${slugify(rsvp.event.title)}`}
      words={{ event: t('event'), others: t('others') }}
    />
  )
}
