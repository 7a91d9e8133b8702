import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CodeForm } from '@/components/sign-in/code-form'
import { LookAgain } from '@/components/sign-in/look-again'
import { ResendForm } from '@/components/sign-in/resend-form'
import { TimeLeft } from '@/components/sign-in/time-left'
import { buttonClass } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { codeById } from '@/lib/accounts/codes/queries'
import { codeIdSchema } from '@/lib/accounts/codes/schema'
import { clientAddress } from '@/lib/action'
import { Link } from '@/lib/i18n/navigation'
import { mayReadInbox } from '@/lib/mail/queries'
import { confirmCode, sendAgain } from './actions'

type Props = PageProps<'/[locale]/sign-in/code/[id]'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  return { title: t('codeTitle'), robots: { index: false } }
}

export default async function CodePage({ params, searchParams }: Props) {
  const parsed = codeIdSchema.safeParse(await params)
  const code = parsed.success ? await codeById(parsed.data.id) : null
  if (!code) notFound()
  const { again } = await searchParams
  const inbox = mayReadInbox(await clientAddress())
  return (
    <Page width="narrow">
      {code.standing === 'open' ? (
        <OpenCode code={code} again={again !== undefined} inbox={inbox} />
      ) : (
        <SpentCode code={code} />
      )}
    </Page>
  )
}

type Code = NonNullable<Awaited<ReturnType<typeof codeById>>>

async function OpenCode({ code, again, inbox }: { code: Code; again: boolean; inbox: boolean }) {
  const t = await getTranslations('signIn')
  const { event, seat } = code
  // Another mail moves the end: what counts down starts again.
  const until = code.expiresAt.toISOString()
  return (
    <>
      <PageHeader title={t('codeTitle')} intro={t('codeSent', { email: code.email })} />
      <div className="flex flex-col gap-5">
        <div role="status" className="empty:-mb-5">
          {code.refusedAt ? (
            <Notice tone="danger">
              <p>{t('refused', { email: code.email })}</p>
              <Link
                href={{ pathname: '/sign-in', query: { from: code.id } }}
                className="inline-flex min-h-11 items-center font-semibold underline"
              >
                {t('otherAddress')}
              </Link>
            </Notice>
          ) : (
            <LookAgain />
          )}
        </div>
        {event && (seat === 'open' || seat === 'full') && (
          <Notice>{t(seat === 'open' ? 'seatKept' : 'seatQueue', { title: event.title })}</Notice>
        )}
        {again && (
          <div role="status">
            <Notice tone="good">{t('resent')}</Notice>
          </div>
        )}
        <CodeForm action={confirmCode} id={code.id} />
        <p className="text-center text-muted">
          <TimeLeft key={until} until={until} minutes={code.minutesLeft} />
        </p>
        {inbox && (
          <LinkButton href="/inbox" target="_blank">
            {t('demoInbox')}
          </LinkButton>
        )}
        <div className="flex flex-col gap-3 border-line border-t pt-5">
          <p className="font-semibold">{t('notArrived')}</p>
          <div className="flex flex-wrap items-center gap-3">
            <ResendForm key={until} action={sendAgain} id={code.id} primary={false} />
            <Link
              href={{ pathname: '/sign-in', query: { from: code.id } }}
              className="inline-flex min-h-11 items-center text-accent underline"
            >
              {t('otherAddress')}
            </Link>
          </div>
        </div>
      </div>
    </>
  )
}

async function SpentCode({ code }: { code: Code }) {
  const t = await getTranslations('signIn')
  if (code.standing === 'used') {
    return (
      <>
        <PageHeader title={t('usedTitle')} intro={t('usedText')} />
        <a href={code.returnTo ?? '/'} className={buttonClass('primary')}>
          {t('continue')}
        </a>
      </>
    )
  }
  const expired = code.standing === 'expired'
  return (
    <>
      <PageHeader
        title={t(expired ? 'expiredTitle' : 'usedUpTitle')}
        intro={t(expired ? 'expiredText' : 'usedUpText', { email: code.email })}
      />
      <ResendForm action={sendAgain} id={code.id} primary />
    </>
  )
}
