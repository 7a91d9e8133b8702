import type { Metadata } from 'next'
import Form from 'next/form'
import { getLocale, getTranslations } from 'next-intl/server'
import { GroupList } from '@/components/groups/group-list'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { TextInput } from '@/components/ui/text-input'
import { currentActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { findGroups, myGroups } from '@/lib/groups/queries'
import { alternates } from '@/lib/i18n/alternates'
import { Link } from '@/lib/i18n/navigation'
import { readPage } from '@/lib/map/address/rules'

type Props = PageProps<'/[locale]/groups'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groups')
  return { title: t('title'), alternates: alternates(await getLocale(), '/groups') }
}

export default async function GroupsPage({ searchParams }: Props) {
  const [query, actor, locale, t] = await Promise.all([
    searchParams,
    currentActor(),
    getLocale(),
    getTranslations('groups'),
  ])
  const { q } = readPage(query)
  const [groups, mine] = await Promise.all([findGroups(q, now()), actor && !q ? myGroups(actor) : []])
  return (
    <Page>
      <PageHeader title={t('title')} intro={t('intro')}>
        <LinkButton href="/groups/new">
          <Icon name="plus" />
          {t('begin')}
        </LinkButton>
      </PageHeader>
      {query.done === 'deleted' && (
        <div role="status" className="mb-6">
          <Notice tone="good">{t('deleted')}</Notice>
        </div>
      )}
      <Form action={`/${locale}/groups`} className="mb-6 flex items-end gap-3" key={q}>
        <div className="min-w-0 flex-1">
          <Field id="groups-q" label={t('search')}>
            {(ids) => <TextInput {...ids} name="q" defaultValue={q} maxLength={80} autoComplete="off" />}
          </Field>
        </div>
        <Button type="submit">{t('show')}</Button>
      </Form>
      {mine.length > 0 && (
        <section className="mb-8">
          <h2 className="mb-2 text-xl">{t('mine')}</h2>
          <ul className="divide-y divide-line">
            {mine.map(({ id, name, path, role }) => (
              <li key={id}>
                <Link href={path} className="flex min-h-11 items-center justify-between gap-3 py-2">
                  <span className="font-semibold underline">{name}</span>
                  <span className="text-muted text-sm">{t(`role.${role}`)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {groups.length > 0 ? (
        <section>
          <h2 className={mine.length > 0 ? 'mb-3 text-xl' : 'sr-only'}>{t('all')}</h2>
          <GroupList groups={groups} now={now()} />
        </section>
      ) : (
        <EmptyState
          icon="people"
          title={q ? t('noneTitle', { words: q }) : t('emptyTitle')}
          text={t('emptyText')}
        >
          {q && <LinkButton href="/groups">{t('everything')}</LinkButton>}
          <LinkButton href="/groups/new" variant="primary">
            {t('begin')}
          </LinkButton>
        </EmptyState>
      )}
    </Page>
  )
}
