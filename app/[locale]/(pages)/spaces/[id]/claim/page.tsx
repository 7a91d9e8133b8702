import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ByMailbox } from '@/components/spaces/claim/by-mailbox'
import { ByNote } from '@/components/spaces/claim/by-note'
import { SpaceSection } from '@/components/spaces/space-section'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { clientAddress } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { permanentRedirect } from '@/lib/i18n/navigation'
import { mayReadInbox } from '@/lib/mail/queries'
import { claimPage } from '@/lib/spaces/claims/queries'
import { spaceOfAlias } from '@/lib/spaces/page/queries'
import {
  claimAgainAction,
  claimByCodeAction,
  claimByMailAction,
  claimByNoteAction,
  withdrawClaimAction,
} from './actions'

type Props = PageProps<'/[locale]/spaces/[id]/claim'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('claims')
  return { title: t('title'), robots: { index: false } }
}

/** "Is this your place?": by a mailbox of its own, or by an administrator. */
export default async function ClaimPage({ params }: Props) {
  const { id } = await params
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/spaces/${id}/claim`)
  const [claim, t, signIn] = await Promise.all([
    claimPage(id, actor, now()),
    getTranslations('claims'),
    getTranslations('signIn'),
  ])
  if (!claim) {
    const other = await spaceOfAlias(id)
    if (!other) notFound()
    return permanentRedirect({ href: `/spaces/${other.id}/claim`, locale })
  }
  const back = { href: `/spaces/${claim.id}/${claim.slug}`, label: claim.name }
  if (claim.owned) {
    return (
      <Page width="narrow">
        <PageHeader title={t('title')} back={back} />
        <div className="flex flex-col items-start gap-4">
          <Notice tone="good">{t('yours', { name: claim.name })}</Notice>
          <LinkButton variant="primary" href={`/me/spaces/${claim.id}`}>
            {t('open')}
          </LinkButton>
        </div>
      </Page>
    )
  }
  const inbox = mayReadInbox(await clientAddress()) && (
    <LinkButton href="/inbox" target="_blank">
      {signIn('demoInbox')}
    </LinkButton>
  )
  return (
    <Page width="narrow">
      <PageHeader title={t('title')} intro={t('intro', { name: claim.name })} back={back} />
      <div className="flex flex-col gap-10">
        <SpaceSection title={t('byMail')}>
          <ByMailbox
            claim={claim}
            actions={{ send: claimByMailAction, again: claimAgainAction, confirm: claimByCodeAction }}
            inbox={inbox}
          />
        </SpaceSection>
        <SpaceSection title={t('byNote')}>
          <p className="text-muted">{t('byNoteText')}</p>
          <ByNote claim={claim} ask={claimByNoteAction} withdraw={withdrawClaimAction} />
        </SpaceSection>
      </div>
    </Page>
  )
}
