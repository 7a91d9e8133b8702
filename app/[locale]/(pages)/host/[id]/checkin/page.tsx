import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Door } from '@/components/checkin/door'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { doorList } from '@/lib/events/checkin/queries'
import { doorState } from '@/lib/events/checkin/rules'
import { hostedEvent } from '@/lib/events/hosted/queries'

type Props = PageProps<'/[locale]/host/[id]/checkin'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('checkin')
  return { title: t('title'), robots: { index: false } }
}

/** The list at the door, on the host's phone. It works without a network once it was opened. */
export default async function CheckinPage({ params }: Props) {
  const [{ id }, locale] = await Promise.all([params, getLocale()])
  const path = `/${locale}/host/${id}/checkin`
  const actor = await requireActor(locale, path)
  const event = await hostedEvent(actor, id)
  if (!event) notFound()
  const t = await getTranslations('checkin')
  const state = doorState(event, now())
  const list = state === 'open' ? await doorList(actor, id) : null
  return (
    <Page width="narrow">
      <PageHeader title={t('title')} back={{ href: `/host/${id}`, label: event.title }} />
      {list ? (
        <Door initial={list} returnTo={path} />
      ) : (
        <Notice>{t(state === 'early' || state === 'over' ? state : 'none')}</Notice>
      )}
    </Page>
  )
}
