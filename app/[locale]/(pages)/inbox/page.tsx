import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { clientAddress } from '@/lib/action'
import { Link } from '@/lib/i18n/navigation'
import { inboxMails, mayReadInbox } from '@/lib/mail/queries'

export const metadata: Metadata = { robots: { index: false } }

/** The demo's mail, for whoever sits at this machine. Does not exist anywhere else. */
export default async function InboxPage() {
  if (!mayReadInbox(await clientAddress())) notFound()
  const mails = await inboxMails()
  const t = await getTranslations('inbox')
  const format = await getFormatter()
  return (
    <Page>
      <PageHeader title={t('title')} intro={t('intro')}>
        <LinkButton href="/inbox">{t('refresh')}</LinkButton>
      </PageHeader>
      {mails.length === 0 ? (
        <EmptyState icon="mail" title={t('empty')} text={t('emptyText')} />
      ) : (
        <ul className="flex flex-col gap-2">
          {mails.map(({ id, to, subject, date }) => (
            <li key={id}>
              <Link
                href={`/inbox/${id}`}
                className="flex flex-col rounded-card border border-line bg-card px-4 py-3 hover:border-edge"
              >
                <span className="font-semibold">{subject || t('noSubject')}</span>
                <span className="text-muted text-sm">
                  {t('to')} {to}
                  {date && ` · ${format.dateTime(date, { dateStyle: 'medium', timeStyle: 'short' })} UTC`}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
