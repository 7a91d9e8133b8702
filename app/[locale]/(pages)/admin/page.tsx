import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeadJobs } from '@/components/admin/dead-jobs'
import { QueuePanel } from '@/components/admin/queue-panel'
import { RefusedAddresses } from '@/components/admin/refused-addresses'
import { Section } from '@/components/admin/section'
import { TestMailForm } from '@/components/admin/test-mail-form'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { deadJobs, isAdmin, queueCounts, refusedAddresses } from '@/lib/admin/queries'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { doubtfulPairs } from '@/lib/imports/review/queries'
import { askedClaims } from '@/lib/spaces/claims/queries'
import { correctionsToReview } from '@/lib/spaces/corrections/queries'
import { objectedOwners } from '@/lib/spaces/owners/queries'
import { discardDeadAction, retryDeadAction, testMailAction } from './actions'

type Props = PageProps<'/[locale]/admin'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('title'), robots: { index: false } }
}

/** For those who look after the instance (ADMIN_EMAILS): is the mail leaving? To anybody else it does not exist. */
export default async function AdminPage({ searchParams }: Props) {
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/admin`)
  if (!isAdmin(actor)) notFound()
  const at = now()
  const [
    counts,
    dead,
    refused,
    pairs,
    review,
    claims,
    objected,
    query,
    t,
    imports,
    doubles,
    corrections,
    claiming,
  ] = await Promise.all([
    queueCounts(at),
    deadJobs(),
    refusedAddresses(),
    doubtfulPairs(actor, 0),
    correctionsToReview(actor, 0),
    askedClaims(actor, 0),
    objectedOwners(actor, 0),
    searchParams,
    getTranslations('admin'),
    getTranslations('imports'),
    getTranslations('doubles'),
    getTranslations('corrections'),
    getTranslations('claims'),
  ])
  const waiting = claims.total + objected.total
  const done = query.done === 'retried' || query.done === 'discarded' ? query.done : null
  const count = Number(query.count) || 0
  return (
    <Page width="narrow">
      <PageHeader title={t('title')} intro={t('intro')} back={{ href: '/me', label: t('back') }} />
      {done && (
        <div role="status" className="mb-6">
          <Notice tone={count > 0 ? 'good' : 'info'}>{t(done, { count })}</Notice>
        </div>
      )}
      <div className="flex flex-col gap-8">
        <Section title={imports('title')} text={imports('linkText')}>
          <LinkButton href="/admin/imports">{imports('link')}</LinkButton>
        </Section>
        {pairs.total > 0 && (
          <Section title={doubles('title')} text={doubles('linkText', { count: pairs.total })}>
            <LinkButton href="/admin/doubles">{doubles('link')}</LinkButton>
          </Section>
        )}
        <Section title={corrections('reviewTitle')} text={corrections('linkText', { count: review.total })}>
          <LinkButton href="/admin/corrections">{corrections('link')}</LinkButton>
        </Section>
        {waiting > 0 && (
          <Section title={claiming('adminTitle')} text={claiming('linkText', { count: waiting })}>
            <LinkButton href="/admin/claims">{claiming('link')}</LinkButton>
          </Section>
        )}
        <Section title={t('measures')} text={t('measuresText')}>
          <LinkButton href="/admin/measures">{t('measuresLink')}</LinkButton>
        </Section>
        <QueuePanel counts={counts} now={at} />
        <TestMailForm action={testMailAction} email={actor.email} />
        <DeadJobs jobs={dead} total={counts.dead} retry={retryDeadAction} discard={discardDeadAction} />
        <RefusedAddresses refused={refused} />
      </div>
    </Page>
  )
}
