import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { MailRefused } from '@/components/settings/mail-refused'
import { MessagesForm } from '@/components/settings/messages-form'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { mySettings } from '@/lib/settings/queries'
import { acceptMailAction, saveMessagesAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings')
  return { title: t('title'), robots: { index: false } }
}

/** What to be told of, by mail and on the phone, and when not. */
export default async function MessagesPage({ searchParams }: PageProps<'/[locale]/me/messages'>) {
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/me/messages`)
  const [settings, query, t] = await Promise.all([
    mySettings(actor.id),
    searchParams,
    getTranslations('settings'),
  ])
  return (
    <Page width="narrow">
      <PageHeader title={t('title')} intro={t('intro')} back={{ href: '/me', label: t('back') }} />
      {query.done === 'saved' && (
        <div role="status" className="mb-6">
          <Notice tone="good">{t('saved')}</Notice>
        </div>
      )}
      {query.done === 'accepted' && (
        <div role="status" className="mb-6">
          <Notice tone="good">{t('accepted')}</Notice>
        </div>
      )}
      {settings.mailRefusal !== null && (
        <MailRefused email={settings.email} answer={settings.mailRefusal} accept={acceptMailAction} />
      )}
      <MessagesForm action={saveMessagesAction} settings={settings} />
    </Page>
  )
}
