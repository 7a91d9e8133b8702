import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { TimeZoneField } from '@/components/ui/time-zone-field'
import { codeByLink } from '@/lib/accounts/codes/queries'
import { linkTokenSchema } from '@/lib/accounts/codes/schema'
import { confirmLink } from './actions'

type Props = PageProps<'/[locale]/sign-in/link/[token]'>

// The address of this page is a secret: it must not travel in a Referer.
export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

export default async function LinkPage({ params }: Props) {
  const { token } = await params
  const t = await getTranslations('signIn')
  const parsed = linkTokenSchema.safeParse(token)
  const code = parsed.success ? await codeByLink(parsed.data) : null
  if (!code) {
    return (
      <Page width="narrow">
        <PageHeader title={t('linkSpentTitle')} intro={t('linkSpentText')} />
        <LinkButton href="/sign-in" variant="primary">
          {t('again')}
        </LinkButton>
      </Page>
    )
  }
  return (
    <Page width="narrow">
      <PageHeader title={t('linkTitle')} intro={t('linkText', { email: code.email })} />
      <form action={confirmLink} className="flex flex-col gap-4">
        {code.eventTitle && <p>{t('linkEvent', { title: code.eventTitle })}</p>}
        <input type="hidden" name="token" value={token} />
        <TimeZoneField />
        <SubmitButton variant="primary" className="w-full text-lg" pending={t('checking')}>
          {t('linkConfirm')}
        </SubmitButton>
      </form>
    </Page>
  )
}
