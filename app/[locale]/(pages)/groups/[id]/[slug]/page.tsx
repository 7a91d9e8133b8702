import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { EventCard } from '@/components/events/event-card'
import { GroupHead } from '@/components/groups/group-head'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { currentActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { groupPage } from '@/lib/groups/queries'
import { alternates } from '@/lib/i18n/alternates'
import { permanentRedirect } from '@/lib/i18n/navigation'
import { followAction, unfollowAction } from './actions'

type Props = PageProps<'/[locale]/groups/[id]/[slug]'>

const DONE = ['begun', 'saved', 'followed', 'left'] as const

/** Read once for the page and for what it says of itself. */
const read = cache(async (id: string) => groupPage(id, (await currentActor())?.id ?? null, now()))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const group = await read((await params).id)
  if (!group) return {}
  const description = group.about.slice(0, 200) || undefined
  return {
    title: group.name,
    description,
    alternates: alternates(await getLocale(), group.path),
    openGraph: { title: group.name, description },
  }
}

export default async function GroupPage({ params, searchParams }: Props) {
  const [{ id, slug }, query, locale] = await Promise.all([params, searchParams, getLocale()])
  const group = await read(id)
  if (!group) notFound()
  const done = DONE.find((word) => word === query.done)
  const asked = done ? `?done=${done}` : ''
  if (!group.path.endsWith(`/${slug}`)) permanentRedirect({ href: `${group.path}${asked}`, locale })
  const t = await getTranslations('groups')
  return (
    <Page>
      {done && (
        <div role="status" className="mb-6">
          <Notice tone="good">{t(`done.${done}`)}</Notice>
        </div>
      )}
      <GroupHead group={group} actions={{ follow: followAction, unfollow: unfollowAction }} />
      <section className="mt-8 flex flex-col gap-4">
        <h2 className={group.events.length > 0 ? 'text-xl' : 'sr-only'}>{t('coming')}</h2>
        {group.events.length > 0 ? (
          <ul className="grid gap-3 sm:grid-cols-2">
            {group.events.map((event) => (
              <li key={event.id} className="grid">
                <EventCard event={event} now={now()} />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState
            icon="calendar"
            title={t('nothingNext')}
            text={t(group.runs ? 'nothingRuns' : 'nothingText')}
          >
            {group.runs ? (
              <LinkButton href={`/host/new?groupId=${group.id}`}>{t('propose')}</LinkButton>
            ) : (
              <LinkButton href="/agenda">{t('elsewhere')}</LinkButton>
            )}
          </EmptyState>
        )}
        {group.pastCount > 0 && <p className="text-muted">{t('past', { count: group.pastCount })}</p>}
      </section>
    </Page>
  )
}
