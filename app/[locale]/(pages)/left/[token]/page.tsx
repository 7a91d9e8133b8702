import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { MailedEnding } from '@/components/rsvps/mailed-page'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { timeOfDay } from '@/lib/events/when/rules'
import { watchOfToken } from '@/lib/safety/queries'
import { untilOf } from '@/lib/safety/rules'
import { slugify } from '@/lib/slug'
import { answerFromMail } from './actions'

// The address of this page is a key: it must not travel in a Referer.
export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

/** Where "have you left?" leads: one tap, signed in or not. A button, because mail scanners open links. */
export default async function LeftPage({ params }: PageProps<'/[locale]/left/[token]'>) {
  const { token } = await params
  const [t, watch, locale] = await Promise.all([getTranslations('safety'), watchOfToken(token), getLocale()])
  if (!watch || watch.leftAt || watch.offAt) {
    const ending = watch ? 'done' : 'unknown'
    return (
      <MailedEnding
        title={t(`${ending}Title`)}
        intro={t(`${ending}Text`)}
        path={watch && `/events/${watch.event.id}/${slugify(watch.event.title)}`}
        words={{ event: t('event'), others: t('others') }}
      />
    )
  }
  const until = timeOfDay(untilOf(watch), watch.event.timeZone, locale)
  return (
    <Page width="narrow">
      <PageHeader title={t('question', { title: watch.event.title })} intro={t('questionText', { until })} />
      <form action={answerFromMail} className="flex flex-col gap-3">
        <input type="hidden" name="token" value={token} />
        <SubmitButton variant="primary" className="w-full text-lg" pending={t('pending')}>
          {t('left')}
        </SubmitButton>
      </form>
      <form action={answerFromMail} className="mt-3">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="answer" value="longer" />
        <SubmitButton className="w-full" pending={t('pending')}>
          {t('longer')}
        </SubmitButton>
      </form>
    </Page>
  )
}
