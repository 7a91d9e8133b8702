import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'

export const metadata: Metadata = { robots: { index: false } }

export default function NotFound() {
  const t = useTranslations('shell')
  return (
    <Page>
      <EmptyState heading="h1" icon="coffee" title={t('notFound')} text={t('notFoundText')}>
        <LinkButton href="/" variant="primary">
          {t('around')}
        </LinkButton>
        <LinkButton href="/agenda">{t('agenda')}</LinkButton>
      </EmptyState>
    </Page>
  )
}
