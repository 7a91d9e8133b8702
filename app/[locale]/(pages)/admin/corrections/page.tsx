import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DoneCard } from '@/components/spaces/corrections/done-card'
import { ReviewCard } from '@/components/spaces/corrections/review-card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { isAdmin } from '@/lib/admin/queries'
import { requireActor } from '@/lib/auth'
import { correctionsToReview } from '@/lib/spaces/corrections/queries'
import { decideAction, undoAction } from './actions'

type Props = PageProps<'/[locale]/admin/corrections'>

/** On a page; decided ones make room for others. */
const SHOWN = 20
const DONE = ['applied', 'refused', 'undone'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('corrections')
  return { title: t('reviewTitle'), robots: { index: false } }
}

/** For those who look after the instance: what people say of places, and the places that they added. */
export default async function CorrectionsPage({ searchParams }: Props) {
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/admin/corrections`)
  if (!isAdmin(actor)) notFound()
  const [{ open, total, done }, query, t] = await Promise.all([
    correctionsToReview(actor, SHOWN),
    searchParams,
    getTranslations('corrections'),
  ])
  const just = DONE.find((word) => word === query.done)
  return (
    <Page width="reading">
      <PageHeader
        title={t('reviewTitle')}
        intro={t('reviewIntro')}
        back={{ href: '/admin', label: t('admin') }}
      />
      <div role="status" className="mb-6 empty:hidden">
        {just && <Notice tone="good">{t(`done.${just}`)}</Notice>}
      </div>
      {open.length === 0 ? (
        <EmptyState icon="check" title={t('noneOpen')} text={t('noneOpenText')} />
      ) : (
        <>
          <p className="mb-3 text-muted">{t('left', { count: total })}</p>
          <ul className="flex flex-col gap-4">
            {open.map((correction) => (
              <li key={correction.id}>
                <ReviewCard correction={correction} decide={decideAction} />
              </li>
            ))}
          </ul>
        </>
      )}
      {done.length > 0 && (
        <section className="mt-10 flex flex-col gap-3">
          <h2 className="text-xl">{t('doneTitle')}</h2>
          <ul className="divide-y divide-line rounded-card border border-line bg-card">
            {done.map((correction) => (
              <li key={correction.id}>
                <DoneCard correction={correction} undo={undoAction} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}
