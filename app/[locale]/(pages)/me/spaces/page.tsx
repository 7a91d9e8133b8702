import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { KeptRow } from '@/components/spaces/keep/kept-row'
import { SpaceSection } from '@/components/spaces/space-section'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { mySpaces } from '@/lib/spaces/owners/queries'

type Props = PageProps<'/[locale]/me/spaces'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('keep')
  return { title: t('title'), robots: { index: false } }
}

/** The places whose page one keeps, and those that one asked for. */
export default async function MySpacesPage({ searchParams }: Props) {
  const [query, locale, t] = await Promise.all([searchParams, getLocale(), getTranslations('keep')])
  const { owned, asked } = await mySpaces(await requireActor(locale, `/${locale}/me/spaces`))
  const row = 'divide-y divide-line rounded-card border border-line bg-card'
  return (
    <Page width="narrow">
      <PageHeader title={t('title')} intro={t('intro')} back={{ href: '/me', label: t('me') }} />
      {query.done === 'left' && (
        <div role="status" className="mb-6">
          <Notice tone="good">{t('left')}</Notice>
        </div>
      )}
      {owned.length + asked.length === 0 && (
        <EmptyState icon="home" title={t('none')} text={t('noneText')}>
          <LinkButton variant="primary" href="/?show=spaces">
            {t('find')}
          </LinkButton>
        </EmptyState>
      )}
      <div className="flex flex-col gap-8">
        {owned.length > 0 && (
          <ul className={row}>
            {owned.map((space) => (
              <KeptRow
                key={space.id}
                href={`/me/spaces/${space.id}`}
                space={space}
                news={[
                  space.trials > 0 && t('newTrials', { count: space.trials }),
                  space.corrections > 0 && t('newCorrections', { count: space.corrections }),
                ]}
              />
            ))}
          </ul>
        )}
        {asked.length > 0 && (
          <SpaceSection title={t('asked')}>
            <ul className={row}>
              {asked.map((space) => (
                <KeptRow
                  key={space.id}
                  href={`/spaces/${space.id}/claim`}
                  space={space}
                  news={[t(space.refused ? 'askedRefused' : 'askedWaits')]}
                />
              ))}
            </ul>
          </SpaceSection>
        )}
      </div>
    </Page>
  )
}
