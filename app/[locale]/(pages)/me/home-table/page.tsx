import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { IdentityList } from '@/components/homes/identity-list'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { identityOf } from '@/lib/homes/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('homes')
  return { title: t('title') }
}

/** What it takes to host a table at home, or to sit at one, and how far one is. */
export default async function HomeTablePage() {
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/me/home-table`)
  const identity = await identityOf(actor.id, now())
  const t = await getTranslations('homes')
  return (
    <Page>
      <PageHeader back={{ href: '/me', label: t('back') }} title={t('title')} intro={t('intro')} />
      <div className="flex flex-col items-start gap-6">
        {identity && (
          <section className="flex flex-col gap-3">
            <h2 className="text-xl">{t(identity.missing.length > 0 ? 'missingTitle' : 'readyTitle')}</h2>
            <IdentityList {...identity} now={now()} />
          </section>
        )}
        {identity?.missing.length === 0 && (
          <LinkButton variant="primary" href="/host/new?kind=home_table">
            {t('host')}
          </LinkButton>
        )}
        <section className="flex flex-col gap-3">
          <h2 className="text-xl">{t('rulesTitle')}</h2>
          <ul className="flex list-disc flex-col gap-1 pl-5">
            <li>{t('ruleSeats')}</li>
            <li>{t('ruleArea')}</li>
            <li>{t('ruleTrusted')}</li>
            <li>{t('ruleRated')}</li>
            <li>{t('ruleProof')}</li>
          </ul>
        </section>
      </div>
    </Page>
  )
}
