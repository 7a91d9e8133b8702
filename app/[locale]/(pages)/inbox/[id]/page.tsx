import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LinkedText } from '@/components/rsvps/linked-text'
import { buttonClass } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { clientAddress } from '@/lib/action'
import { inboxMail, mayReadInbox } from '@/lib/mail/queries'

type Props = PageProps<'/[locale]/inbox/[id]'>

export const metadata: Metadata = { robots: { index: false } }

export default async function InboxMailPage({ params }: Props) {
  const mail = mayReadInbox(await clientAddress()) ? await inboxMail((await params).id) : null
  if (!mail) notFound()
  const t = await getTranslations('inbox')
  const files = mail.attachments.map(({ name }) => name)
  return (
    <Page>
      <PageHeader title={mail.subject || t('noSubject')} back={{ href: '/inbox', label: t('back') }} />
      <p className="mb-4 text-muted">
        {t('to')} {mail.to}
      </p>
      <LinkedText text={mail.text} />
      <p className="mt-6 flex flex-wrap items-center gap-3">
        <a className={buttonClass()} href={`/api/inbox/${mail.id}`}>
          {t('html')}
        </a>
        {files.length > 0 && (
          <span className="text-muted text-sm">
            {t('attachments')} : {[...new Set(files)].join(', ')}
          </span>
        )}
      </p>
    </Page>
  )
}
