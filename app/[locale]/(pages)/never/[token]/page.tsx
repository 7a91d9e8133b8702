import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { silenceOf } from '@/lib/safety/queries'
import { neverAgainFromMail } from './actions'

// The address of this page is a key: it must not travel in a Referer.
export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

/** The last line of a letter to somebody without an account: a button, because mail scanners open links. */
export default async function NeverPage({ params }: PageProps<'/[locale]/never/[token]'>) {
  const { token } = await params
  const [t, silent] = await Promise.all([getTranslations('safety'), silenceOf(token)])
  const state = silent === null ? 'unknown' : silent ? 'silent' : 'never'
  return (
    <Page width="narrow">
      <PageHeader title={t(`${state}Title`)} intro={t(`${state}Text`)} />
      {state === 'never' ? (
        <form action={neverAgainFromMail}>
          <input type="hidden" name="token" value={token} />
          <SubmitButton variant="primary" className="w-full text-lg" pending={t('pending')}>
            {t('never')}
          </SubmitButton>
        </form>
      ) : (
        <LinkButton href="/privacy">{t('privacy')}</LinkButton>
      )}
    </Page>
  )
}
