import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { AskedCard } from '@/components/spaces/claim/asked-card'
import { OwnerCard } from '@/components/spaces/claim/owner-card'
import { SpaceSection } from '@/components/spaces/space-section'
import { ButtonForm } from '@/components/ui/button-form'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { isAdmin } from '@/lib/admin/queries'
import { requireActor } from '@/lib/auth'
import { Link } from '@/lib/i18n/navigation'
import { askedClaims } from '@/lib/spaces/claims/queries'
import { keepersOf, type ObjectedOwner, objectedOwners } from '@/lib/spaces/owners/queries'
import { approveClaimAction, keepOwnerAction, refuseClaimAction, removeOwnerAction } from './actions'

type Props = PageProps<'/[locale]/admin/claims'>

/** Requests on a page; answered ones make room for others. */
const SHOWN = 20
const DONE = ['approved', 'refused', 'kept', 'removed'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('claims')
  return { title: t('adminTitle'), robots: { index: false } }
}

/** For those who look after the instance: whose place is it? With `space`, who keeps that one's page. */
export default async function ClaimsPage({ searchParams }: Props) {
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/admin/claims`)
  if (!isAdmin(actor)) notFound()
  const query = await searchParams
  const [{ claims, total }, { owners }, space, t] = await Promise.all([
    askedClaims(actor, SHOWN),
    objectedOwners(actor, SHOWN),
    keepersOf(String(query.space ?? ''), actor),
    getTranslations('claims'),
  ])
  const done = DONE.find((word) => word === query.done)
  const nothing = claims.length + owners.length === 0 && !space
  return (
    <Page width="reading">
      <PageHeader
        title={t('adminTitle')}
        intro={t('adminIntro')}
        back={{ href: '/admin', label: t('back') }}
      />
      <div role="status" className="mb-6 empty:hidden">
        {done && <Notice tone="good">{t(`done.${done}`)}</Notice>}
      </div>
      <div className="flex flex-col gap-10">
        {nothing && <EmptyState icon="check" title={t('none')} text={t('noneText')} />}
        {space && (
          <SpaceSection title={t('keepers', { place: space.name })}>
            {space.owners.length === 0 && <p className="text-muted">{t('noKeeper')}</p>}
            {space.owners.map(({ freelancerId, freelancer, ...owner }) => (
              <OwnerCard
                key={freelancerId}
                owner={{
                  ...{ ...owner, spaceId: space.id, id: freelancerId },
                  ...{ name: freelancer.name, email: freelancer.user.email },
                }}
                remove={removeOwnerAction}
              />
            ))}
          </SpaceSection>
        )}
        {owners.length > 0 && (
          <SpaceSection title={t('objections')}>
            {owners.map((owner) => (
              <Objected key={`${owner.spaceId} ${owner.freelancerId}`} owner={owner} />
            ))}
          </SpaceSection>
        )}
        {claims.length > 0 && (
          <SpaceSection title={t('waiting', { count: total })}>
            {claims.map((claim) => (
              <AskedCard
                key={claim.id}
                claim={claim}
                approve={approveClaimAction}
                refuse={refuseClaimAction}
              />
            ))}
          </SpaceSection>
        )}
      </div>
    </Page>
  )
}

async function Objected({ owner }: { owner: ObjectedOwner }) {
  const t = await getTranslations('claims')
  const { spaceId, freelancerId, space, freelancer, objector, objection, since, provenBy } = owner
  const shown = { spaceId, id: freelancerId, name: freelancer.name, email: freelancer.user.email }
  return (
    <OwnerCard owner={{ ...shown, since, provenBy }} remove={removeOwnerAction}>
      <p>
        <Link href={`/spaces/${spaceId}`} className="font-semibold text-accent underline">
          {space.name}
        </Link>{' '}
        <span className="break-all text-muted text-sm">{space.website}</span>
      </p>
      <p>
        {objector ? t('objects', { name: objector.name }) : t('objectsGone')}{' '}
        <span className="break-all text-muted">{objector?.user.email}</span>
      </p>
      <blockquote className="whitespace-pre-line break-words border-edge border-l-2 pl-4">
        {objection}
      </blockquote>
      <ButtonForm
        action={keepOwnerAction}
        fields={{ spaceId, ownerId: freelancerId }}
        label={t('keepThem')}
        pending={t('pending')}
      />
    </OwnerCard>
  )
}
