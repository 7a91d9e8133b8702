import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { GreeterForm } from '@/components/greeters/greeter-form'
import { GreeterList } from '@/components/greeters/greeter-list'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { greetersDesk } from '@/lib/events/greeters/queries'
import { MOST_GREETERS } from '@/lib/events/greeters/schema'
import { hostedEvent } from '@/lib/events/hosted/queries'
import { nameGreeterAction, removeGreeterAction } from './actions'

type Props = PageProps<'/[locale]/host/[id]/greeters'>

const DONE = ['named', 'removed'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('greeters')
  return { title: t('title'), robots: { index: false } }
}

/** Who greets those who come to an event for the first time. */
export default async function GreetersPage({ params, searchParams }: Props) {
  const [{ id }, query, locale] = await Promise.all([params, searchParams, getLocale()])
  const actor = await requireActor(locale, `/${locale}/host/${id}/greeters`)
  const event = await hostedEvent(actor, id)
  const desk = event && (await greetersDesk(actor, id))
  if (!event || !desk) notFound()
  const t = await getTranslations('greeters')
  const { greeters, people, comesBack } = desk
  const done = DONE.find((word) => word === query.done)
  const open = event.status !== 'cancelled' && event.endsAt > now()
  return (
    <Page width="narrow">
      <PageHeader title={t('title')} intro={t('intro')} back={{ href: `/host/${id}`, label: event.title }} />
      <div className="flex flex-col gap-8">
        {done && (
          <div role="status">
            <Notice tone="good">{t(`done.${done}`)}</Notice>
          </div>
        )}
        {greeters.length > 0 && <GreeterList eventId={id} greeters={greeters} remove={removeGreeterAction} />}
        {open && greeters.length < MOST_GREETERS && (
          <GreeterForm
            key={greeters.length}
            eventId={id}
            people={people.filter((person) => !greeters.some((greeter) => greeter.id === person.id))}
            comesBack={comesBack}
            action={nameGreeterAction}
          />
        )}
      </div>
    </Page>
  )
}
