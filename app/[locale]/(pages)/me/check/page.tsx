import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PrivateCheck } from '@/components/loneliness/private-check'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { env } from '@/lib/env'
import { helpLines } from '@/lib/loneliness/help/rules'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('check')
  return { title: t('title'), robots: { index: false } }
}

/** Three questions that nobody but the person reads. There is no action beside this page, on purpose. */
export default async function CheckPage() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('check')])
  const actor = await requireActor(locale, `/${locale}/me/check`)
  const { helpCountry, helpLines: own } = env()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('title')}
        intro={t('intro')}
        back={{ href: '/outings/rhythm', label: t('back') }}
      />
      <p className="mb-6 text-muted">{t('stays')}</p>
      <PrivateCheck personId={actor.id} lines={helpLines(helpCountry, locale, own)} />
      <p className="hidden noscript:block">{t('needsScript')}</p>
      <p className="mt-8 text-muted text-sm">{t('source')}</p>
    </Page>
  )
}
