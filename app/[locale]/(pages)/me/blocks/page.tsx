import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { unblockAction } from '@/app/[locale]/(pages)/people/[id]/actions'
import { ButtonForm } from '@/components/ui/button-form'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { myBlocks } from '@/lib/blocks/queries'

type Props = PageProps<'/[locale]/me/blocks'>

const DONE = ['blocked', 'unblocked'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('blocks'), robots: { index: false } }
}

/** Those whom one does not meet here. They are not told. */
export default async function BlocksPage({ searchParams }: Props) {
  const [query, locale, t] = await Promise.all([searchParams, getLocale(), getTranslations('people')])
  const people = await myBlocks(await requireActor(locale, `/${locale}/me/blocks`))
  const done = DONE.find((word) => word === query.done)
  return (
    <Page width="narrow">
      <PageHeader title={t('blocks')} intro={t('blocksIntro')} back={{ href: '/me', label: t('me') }} />
      {done && (
        <div role="status" className="mb-6">
          <Notice tone="good">{t(done)}</Notice>
        </div>
      )}
      {people.length === 0 ? (
        <EmptyState icon="people" title={t('noBlocks')} text={t('noBlocksText')} />
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-card">
          {people.map(({ id, name }) => (
            <li key={id} className="flex min-h-16 items-center justify-between gap-4 px-4 py-2">
              <span className="min-w-0 break-words">{name}</span>
              <ButtonForm
                action={unblockAction}
                fields={{ personId: id }}
                label={t('unblock')}
                name={t('unblockName', { name })}
                pending={t('sending')}
              />
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
