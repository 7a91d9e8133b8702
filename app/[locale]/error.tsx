'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page } from '@/components/ui/page'

/** Something of ours broke. The digest lets whoever runs the instance find it in the log; nothing else is shown. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  const t = useTranslations('shell')
  return (
    <Page>
      <EmptyState heading="h1" icon="warning" title={t('broken')} text={t('brokenText')}>
        <Button variant="primary" onClick={reset}>
          {t('tryAgain')}
        </Button>
        {error.digest && (
          <p className="w-full text-muted text-sm">{t('brokenCode', { code: error.digest })}</p>
        )}
      </EmptyState>
    </Page>
  )
}
