import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { currentActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { inviteOfToken, type OpenInvite } from '@/lib/events/hosts/queries'
import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import { acceptInviteAction, declineInviteAction } from './actions'

type Props = PageProps<'/[locale]/cohost/[token]'>

// The address of this page is a key: it must not travel in a Referer.
export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

/** Where the mail of an invitation leads. Nothing happens before a button is pressed: mail scanners open links. */
export default async function CohostPage({ params, searchParams }: Props) {
  const [{ token }, { done }] = await Promise.all([params, searchParams])
  const invite = await inviteOfToken(token)
  if (!invite) return <Ending ending={done === 'declined' || done === 'closed' ? done : 'gone'} />
  return <Question invite={invite} token={token} />
}

async function Question({ invite, token }: { invite: OpenInvite; token: string }) {
  const [t, locale, actor] = await Promise.all([getTranslations('cohost'), getLocale(), currentActor()])
  const { event, invitedBy } = invite
  const where = [event.placeName, event.city].filter(Boolean).join(', ')
  const day = dayInFull(event.startsAt, event.timeZone, locale, now())
  return (
    <Page width="narrow">
      <PageHeader title={t('title', { title: event.title })} intro={t('intro', { host: invitedBy.name })} />
      <p className="mb-4">
        <span className="block first-letter:uppercase">
          {day}, {timeOfDay(event.startsAt, event.timeZone, locale)}
        </span>
        {where && <span className="block text-muted">{where}</span>}
      </p>
      <p className="mb-6 max-w-prose">{t('text')}</p>
      <div className="flex flex-col gap-3">
        {actor && actor.email !== invite.email && (
          <Notice>
            <strong className="block">{t('otherTitle')}</strong>
            {t('otherText')}
          </Notice>
        )}
        {!actor && (
          <LinkButton
            href={{ pathname: '/sign-in', query: { returnTo: `/${locale}/cohost/${token}` } }}
            variant="primary"
            className="w-full text-lg"
          >
            {t('signIn')}
          </LinkButton>
        )}
        {actor?.email === invite.email && (
          <form action={acceptInviteAction}>
            <input type="hidden" name="token" value={token} />
            <SubmitButton variant="primary" className="w-full text-lg" pending={t('pending')}>
              {t('accept')}
            </SubmitButton>
          </form>
        )}
        <form action={declineInviteAction}>
          <input type="hidden" name="token" value={token} />
          <SubmitButton className="w-full" pending={t('pending')}>
            {t('decline')}
          </SubmitButton>
        </form>
      </div>
    </Page>
  )
}

async function Ending({ ending }: { ending: 'gone' | 'declined' | 'closed' }) {
  const t = await getTranslations('cohost')
  return (
    <Page width="narrow">
      <PageHeader title={t(`${ending}Title`)} intro={t(`${ending}Text`)} />
      <LinkButton href="/" variant="primary">
        {t('explore')}
      </LinkButton>
    </Page>
  )
}
