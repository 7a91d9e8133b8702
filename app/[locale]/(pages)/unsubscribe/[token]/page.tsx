import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { unsubscribeOf } from '@/lib/settings/queries'
import { unsubscribeFromMail } from './actions'

// The address of this page is a key: it must not travel in a Referer.
export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

/** Where the last line of each mail leads: a button, because mail scanners open links. */
export default async function UnsubscribePage({ params }: PageProps<'/[locale]/unsubscribe/[token]'>) {
  const { token } = await params
  const t = await getTranslations('settings')
  const found = await unsubscribeOf(token)
  if (!found) {
    return (
      <Page width="narrow">
        <PageHeader title={t('unknownTitle')} intro={t('unknownText')} />
        <LinkButton href="/me/messages" variant="primary">
          {t('all')}
        </LinkButton>
      </Page>
    )
  }
  const { kind, comes } = found
  return (
    <Page width="narrow">
      <PageHeader
        title={comes ? t('stopTitle') : t('stoppedTitle')}
        intro={t(comes ? 'stopText' : 'stoppedText', { kind: t(kind) })}
      />
      <form action={unsubscribeFromMail} className="mb-3">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="mail" value={comes ? 'off' : 'on'} />
        <SubmitButton variant={comes ? 'primary' : 'quiet'} className="w-full text-lg" pending={t('saving')}>
          {t(comes ? 'stop' : 'resume')}
        </SubmitButton>
      </form>
      <LinkButton href="/me/messages" className="w-full">
        {t('all')}
      </LinkButton>
    </Page>
  )
}
