import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PairCard } from '@/components/imports/pair-card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { isAdmin } from '@/lib/admin/queries'
import { requireActor } from '@/lib/auth'
import { doubtfulPairs } from '@/lib/imports/review/queries'
import { pairSchema } from '@/lib/imports/review/schema'
import { askAgainAction, tellApartAction, uniteAction } from './actions'

type Props = PageProps<'/[locale]/admin/doubles'>

/** Pairs on a page; answered ones make room for others. */
const SHOWN = 20

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('doubles')
  return { title: t('title'), robots: { index: false } }
}

/** For those who look after the instance: places that may be one, which no program is sure of. */
export default async function DoublesPage({ searchParams }: Props) {
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/admin/doubles`)
  if (!isAdmin(actor)) notFound()
  const [{ pairs, total }, query, t] = await Promise.all([
    doubtfulPairs(actor, SHOWN),
    searchParams,
    getTranslations('doubles'),
  ])
  const apart = query.done === 'apart' ? pairSchema.safeParse(query).data : undefined
  return (
    <Page width="reading">
      <PageHeader title={t('title')} intro={t('intro')} back={{ href: '/admin', label: t('back') }} />
      <div role="status" className="empty:hidden mb-6">
        {query.done === 'united' && <Notice tone="good">{t('united')}</Notice>}
        {query.done === 'gone' && <Notice>{t('gone')}</Notice>}
        {apart && (
          <Notice tone="good">
            <form action={askAgainAction} className="flex flex-wrap items-center gap-3">
              <input type="hidden" name="keep" value={apart.keep} />
              <input type="hidden" name="other" value={apart.other} />
              <span>{t('apartDone')}</span>
              <SubmitButton pending={t('working')}>{t('again')}</SubmitButton>
            </form>
          </Notice>
        )}
      </div>
      {pairs.length === 0 ? (
        <EmptyState icon="check" title={t('none')} text={t('noneText')} />
      ) : (
        <>
          <p className="mb-3 text-muted">{t('left', { count: total })}</p>
          <ul className="flex flex-col gap-4">
            {pairs.map((pair) => (
              <li key={`${pair.spaces[0].id} ${pair.spaces[1].id}`}>
                <PairCard pair={pair} unite={uniteAction} tellApart={tellApartAction} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}
