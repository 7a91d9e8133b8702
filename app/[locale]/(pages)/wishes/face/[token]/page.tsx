import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { FaceForm } from '@/components/wishes/face-form'
import { currentActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { wallTimes } from '@/lib/events/times/rules'
import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import { Link } from '@/lib/i18n/navigation'
import { type FaceQuestion, faceQuestion, readFaceToken } from '@/lib/wishes/drafts/queries'
import { acceptFaceAction, declineFaceAction } from './actions'

type Props = PageProps<'/[locale]/wishes/face/[token]'>

// The address of this page is a key: it must not travel in a Referer.
export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

/** Where the mail that looks for the face of an outing leads. Nothing happens before a button is pressed: mail scanners open links. */
export default async function FacePage({ params, searchParams }: Props) {
  const [{ token }, { done }] = await Promise.all([params, searchParams])
  const read = readFaceToken(token)
  const question = read && (await faceQuestion(read.draftId, read.personId))
  if (!question) return <Ending ending={done === 'declined' ? 'declined' : 'gone'} />
  return <Question question={question} token={token} />
}

async function Question({ question, token }: { question: FaceQuestion; token: string }) {
  const [t, locale, actor] = await Promise.all([getTranslations('wishes.face'), getLocale(), currentActor()])
  const { face, area, others, space, kind, startsAt, endsAt, timeZone } = question
  const at = { town: area || 'none', count: others }
  const day = dayInFull(startsAt, timeZone, locale, now())
  const [from, to] = [startsAt, endsAt].map((moment) => timeOfDay(moment, timeZone, locale))
  return (
    <Page width="narrow">
      <PageHeader title={t('title')} intro={t('intro', at)} />
      <p className="mb-4 rounded-card bg-event-soft p-4 text-lg">
        <strong className="block">{t(`kind_${kind as 'open_coffee'}`)}</strong>
        <span className="block first-letter:uppercase">
          {t('hours', { day, from: from ?? '', to: to ?? '' })}
        </span>
        {space ? (
          <Link href={`/spaces/${space.id}/${space.slug}`} className="text-accent underline">
            {[space.name, space.city].filter(Boolean).join(', ')}
          </Link>
        ) : (
          <span className="block text-muted">{t('noPlace')}</span>
        )}
      </p>
      <p className="mb-6 max-w-prose">{t('text')}</p>
      <div className="flex flex-col gap-3">
        {actor && actor.id !== face.id && (
          <Notice>
            <strong className="block">{t('otherTitle')}</strong>
            {t('otherText')}
          </Notice>
        )}
        {!actor && (
          <LinkButton
            href={{ pathname: '/sign-in', query: { returnTo: `/${locale}/wishes/face/${token}` } }}
            variant="primary"
            className="w-full text-lg"
          >
            {t('signIn')}
          </LinkButton>
        )}
        {actor?.id === face.id && (
          <FaceForm
            action={acceptFaceAction}
            {...{ token, kind, space, area, timeZone }}
            language={locale}
            wall={wallTimes(question, timeZone)}
          />
        )}
        <form action={declineFaceAction}>
          <input type="hidden" name="token" value={token} />
          <SubmitButton className="w-full" pending={t('sending')}>
            {t('no')}
          </SubmitButton>
        </form>
        <p className="text-muted text-sm">{t('noText')}</p>
      </div>
    </Page>
  )
}

async function Ending({ ending }: { ending: 'gone' | 'declined' }) {
  const t = await getTranslations('wishes.face')
  return (
    <Page width="narrow">
      <PageHeader title={t(`${ending}Title`)} intro={t(`${ending}Text`)} />
      <LinkButton href="/" variant="primary">
        {t('explore')}
      </LinkButton>
    </Page>
  )
}
