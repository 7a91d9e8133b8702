import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Publisher } from '@/components/legal/publisher'
import { Section } from '@/components/legal/section'
import { sourceTags } from '@/components/legal/source-link'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { env } from '@/lib/env'
import { alternates } from '@/lib/i18n/alternates'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('legal')
  return { title: t('title'), alternates: alternates(await getLocale(), '/legal') }
}

/** The French "mentions légales" (LCEN, article 6) and the sources that licences ask to name. */
export default async function LegalPage() {
  const t = await getTranslations('legal')
  return (
    <Page>
      <PageHeader title={t('title')} intro={t('intro')} />
      <Publisher identity={env().legal} />
      <Section title={t('contentTitle')}>
        <p>{t('content')}</p>
      </Section>
      <Section title={t('dataTitle')}>
        <p>{t.rich('osm', sourceTags('osm', 'odbl'))}</p>
        <p>{t.rich('towns', sourceTags('etalab', 'licence'))}</p>
        <p>{t.rich('world', sourceTags('geonames', 'cc'))}</p>
      </Section>
      <Section title={t('softwareTitle')}>
        <p>{t('software')}</p>
      </Section>
    </Page>
  )
}
