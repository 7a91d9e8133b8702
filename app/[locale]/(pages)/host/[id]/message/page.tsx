import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { v7 as uuidv7 } from 'uuid'
import { MessageForm } from '@/components/messages/message-form'
import { Messages } from '@/components/messages/messages'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { messageDesk } from '@/lib/events/messages/queries'
import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import { sendMessageAction } from './actions'

type Props = PageProps<'/[locale]/host/[id]/message'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('messages')
  return { title: t('title'), robots: { index: false } }
}

/** A word to those who come. */
export default async function MessagePage({ params, searchParams }: Props) {
  const [{ id }, query, locale] = await Promise.all([params, searchParams, getLocale()])
  const actor = await requireActor(locale, `/${locale}/host/${id}/message`)
  const desk = await messageDesk(actor, id, now())
  if (!desk) notFound()
  const t = await getTranslations('messages')
  const { coming, others, open, nextAt, timeZone, messages } = desk
  const inWords = (at: Date) =>
    `${dayInFull(at, timeZone, locale, now())}, ${timeOfDay(at, timeZone, locale)}`
  const closed = !open ? t('over') : nextAt ? t('next', { when: inWords(nextAt) }) : null
  return (
    <Page width="narrow">
      <PageHeader title={t('title')} intro={t('intro')} back={{ href: `/host/${id}`, label: desk.title }} />
      <div className="flex flex-col gap-6">
        {query.done === 'sent' && (
          <div role="status">
            <Notice tone="good">{t('sent')}</Notice>
          </div>
        )}
        {closed && <Notice>{closed}</Notice>}
        {!closed && coming + others === 0 && <Notice>{t('nobody')}</Notice>}
        {!closed && coming + others > 0 && (
          <MessageForm
            // A new form after each message: what was sent is not sent again.
            key={messages.length}
            action={sendMessageAction}
            eventId={id}
            messageId={uuidv7()}
            email={actor.email}
            {...{ coming, others }}
          />
        )}
        <Messages messages={messages} now={now()} timeZone={timeZone} />
      </div>
    </Page>
  )
}
