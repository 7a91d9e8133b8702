import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Section } from '@/components/legal/section'
import { sourceTags } from '@/components/legal/source-link'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { env } from '@/lib/env'
import { geocoder } from '@/lib/geocoding/queries'
import { alternates } from '@/lib/i18n/alternates'
import { Link } from '@/lib/i18n/navigation'

const kept = [
  'keptAccount',
  'keptProfile',
  'keptSeats',
  'keptGreeting',
  'keptGroups',
  'keptBlocks',
  'keptWishes',
  'keptTies',
  'keptCoffees',
  'keptPresences',
  'keptClientDays',
  'keptConfirmations',
  'keptObservations',
  'keptCorrections',
  'keptOwners',
  'keptTrials',
  'keptRhythm',
  'keptNewcomer',
  'keptTrusted',
  'keptDevices',
  'keptMinutes',
  'keptRefusals',
  'keptLimits',
] as const
const long = [
  'longAccount',
  'longSeats',
  'longWishes',
  'longCoffees',
  'longPresences',
  'longCorrections',
  'longOwners',
  'longTrusted',
  'longCode',
  'longSession',
  'longMail',
] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy')
  return { title: t('title'), alternates: alternates(await getLocale(), '/privacy') }
}

/** What is kept of people (GDPR, article 13). A change of what is stored changes this page. */
export default async function PrivacyPage() {
  const t = await getTranslations('privacy')
  const { legal, basemapUrl, videoUrl } = env()
  const outside = geocoder()
  const list = (keys: readonly ((typeof kept)[number] | (typeof long)[number])[]) => (
    <ul className="flex list-disc flex-col gap-1 pl-5">
      {keys.map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  )
  const me = (children: ReactNode) => (
    <Link href="/me" className="text-accent underline">
      {children}
    </Link>
  )
  return (
    <Page>
      <PageHeader title={t('title')} intro={t('intro')} />
      <Section title={t('browseTitle')}>
        <p>{t('browse')}</p>
      </Section>
      <Section title={t('keptTitle')}>
        {list(kept)}
        <p>{t('check')}</p>
      </Section>
      <Section title={t('whereTitle')}>
        <p>{t('where')}</p>
      </Section>
      <Section title={t('seenTitle')}>
        <p>{t('seen')}</p>
      </Section>
      <Section title={t('figuresTitle')}>
        <p>{t('figures')}</p>
      </Section>
      <Section title={t('longTitle')}>{list(long)}</Section>
      <Section title={t('cookiesTitle')}>
        <p>{t('cookies')}</p>
      </Section>
      <Section title={t('thirdTitle')}>
        <p>{t('third', { host: new URL(basemapUrl.replace('{s}.', '')).host })}</p>
        {outside && <p>{t('geocoder', { host: new URL(outside.server).host })}</p>}
        {videoUrl && <p>{t('video', { host: new URL(videoUrl).host })}</p>}
      </Section>
      <Section title={t('rightsTitle')}>
        <p>{t.rich('rights', { me, ...sourceTags('cnil') })}</p>
        <p>
          {t('contact', {
            publisher: legal.publisher || t('notGiven'),
            contact: legal.contact || t('notGiven'),
          })}
        </p>
        <p className="text-muted text-sm">{t('basis')}</p>
      </Section>
    </Page>
  )
}
