import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import {
  answerTrialAction,
  confirmKeptAction,
  decideKeptAction,
  leaveAction,
  objectAction,
  offerAction,
  proposeAction,
  undoAction,
} from '@/app/[locale]/(pages)/me/spaces/actions'
import { ReviewCard } from '@/components/spaces/corrections/review-card'
import { OwnerList } from '@/components/spaces/keep/owner-list'
import { SpaceSection } from '@/components/spaces/space-section'
import { OfferForm } from '@/components/spaces/trial/offer-form'
import { TrialRequests } from '@/components/spaces/trial/trial-requests'
import { ButtonForm } from '@/components/ui/button-form'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { openCorrectionsOf } from '@/lib/spaces/corrections/queries'
import { dayInWords } from '@/lib/spaces/freshness/rules'
import { keeping } from '@/lib/spaces/keeping/queries'
import { keptSpace } from '@/lib/spaces/owners/queries'
import { trialsOf } from '@/lib/spaces/trials/queries'

type Props = PageProps<'/[locale]/me/spaces/[id]'>

const DONE = ['yours', 'saved', 'undone', 'confirmed', 'offered', 'answered', 'decided', 'objected'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('keep')
  return { title: t('title'), robots: { index: false } }
}

/** The page that an owner keeps a place from: requests, facts, pictures, the trial day, and who else keeps it. */
export default async function KeptSpacePage({ params, searchParams }: Props) {
  const [{ id }, query, locale, t] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations('keep'),
  ])
  const actor = await requireActor(locale, `/${locale}/me/spaces/${id}`)
  const [space, kept, trials] = await Promise.all([
    keptSpace(id, actor),
    keeping(id, actor),
    trialsOf(id, actor, now()),
  ])
  if (!space || !kept || !trials) notFound()
  const corrections = await openCorrectionsOf([space.id])
  const asked = corrections.length > 0 || trials.requests.some(({ status }) => status === 'open')
  const done = DONE.find((word) => word === query.done)
  const pending = t('pending')
  const page = `/me/spaces/${space.id}`
  return (
    <Page width="narrow">
      <PageHeader title={space.name} intro={space.city} back={{ href: '/me/spaces', label: t('title') }}>
        <LinkButton href={`/spaces/${space.id}/${space.slug}`}>{t('see')}</LinkButton>
      </PageHeader>
      <div role="status" className="mb-6 empty:hidden">
        {done && <Notice tone="good">{t(`done.${done}`)}</Notice>}
      </div>
      <div className="flex flex-col gap-10">
        {trials.requests.length > 0 && (
          <div id="trials">
            <SpaceSection title={t('trials')}>
              <TrialRequests
                spaceId={space.id}
                trials={trials}
                now={now()}
                actions={{ answer: answerTrialAction, propose: proposeAction }}
              />
            </SpaceSection>
          </div>
        )}
        {corrections.length > 0 && (
          <div id="corrections">
            <SpaceSection title={t('corrections')}>
              <p className="text-muted">{t('correctionsText')}</p>
              {corrections.map((correction) => (
                <ReviewCard
                  key={correction.id}
                  correction={correction}
                  decide={decideKeptAction.bind(null, space.id)}
                />
              ))}
            </SpaceSection>
          </div>
        )}
        <SpaceSection title={t('page')}>
          <p className="text-muted">
            {space.confirmedOn
              ? t('confirmedOn', { date: dayInWords(space.confirmedOn, locale) })
              : t('neverConfirmed')}
          </p>
          <div className="flex flex-wrap items-start gap-3">
            <LinkButton variant={asked ? 'quiet' : 'primary'} href={`${page}/edit`}>
              {t('edit')}
            </LinkButton>
            <LinkButton href={`${page}/photos`}>{t('photos')}</LinkButton>
            <ButtonForm
              action={confirmKeptAction}
              fields={{ spaceId: space.id }}
              label={t('confirm')}
              pending={pending}
            />
          </div>
          {kept.last && (
            <div className="flex flex-wrap items-center justify-between gap-3">
              <p className="min-w-0 flex-1 basis-48 text-muted">
                {t('lastChange', { date: dayInWords(kept.last.decidedAt ?? now(), locale) })}
              </p>
              <ButtonForm
                action={undoAction}
                fields={{ spaceId: space.id }}
                label={t('undo')}
                pending={pending}
                variant="plain"
              />
            </div>
          )}
        </SpaceSection>
        <SpaceSection title={t('trial')}>
          <p className="text-muted">{t('trialText')}</p>
          <OfferForm
            key={String(space.trialDay)}
            action={offerAction}
            space={space}
            words={{
              ...{ offer: t('offer'), note: t('offerNote'), hint: t('offerHint') },
              ...{ example: t('offerExample'), save: t('save'), pending },
            }}
          />
        </SpaceSection>
        <SpaceSection title={t('owners')}>
          <OwnerList space={space} actions={{ object: objectAction, leave: leaveAction }} />
        </SpaceSection>
      </div>
    </Page>
  )
}
