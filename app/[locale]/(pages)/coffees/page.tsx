import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CoffeeList } from '@/components/coffees/coffee-list'
import { MemberForm } from '@/components/coffees/member-form'
import { OutsideWork } from '@/components/coffees/outside-work'
import { WayOut } from '@/components/coffees/way-out'
import { SignInFirst } from '@/components/sign-in/sign-in-first'
import { ButtonForm } from '@/components/ui/button-form'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { currentActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { myMembership } from '@/lib/coffees/members/queries'
import { myCoffees } from '@/lib/coffees/queries'
import { activitiesFor } from '@/lib/events/outside/queries'
import { myProfile } from '@/lib/freelancers/profile/queries'
import { leaveAction, pauseAction, resumeAction, takePartAction } from './actions'

type Props = PageProps<'/[locale]/coffees'>

/** Activities outside work: a few, not a feed. */
const OUTSIDE = 3

const DONE = ['in', 'paused', 'resumed', 'out', 'withdrawn'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coffees')
  return { title: t('title'), robots: { index: false } }
}

/** Coffees for two or three: what is proposed, what is agreed, and how one takes part. */
export default async function CoffeesPage({ searchParams }: Props) {
  const [query, actor, t] = await Promise.all([searchParams, currentActor(), getTranslations('coffees')])
  const header = <PageHeader title={t('title')} intro={t('intro')} back={{ href: '/me', label: t('me') }} />
  if (!actor)
    return (
      <Page width="narrow">
        {header}
        <SignInFirst icon="coffee" title={t('signInTitle')} text={t('signInText')} path="/coffees" />
      </Page>
    )
  const [membership, coffees, profile, activities] = await Promise.all([
    myMembership(actor),
    myCoffees(actor, now()),
    myProfile(actor),
    activitiesFor(actor, now(), OUTSIDE),
  ])
  const done = DONE.find((word) => word === query.done)
  const form = (
    <MemberForm
      action={takePartAction}
      membership={membership}
      needsHome={profile.area === ''}
      trade={profile.trade}
    />
  )
  const nothing = coffees.open.length + coffees.agreed.length + coffees.toReport.length === 0
  return (
    <Page width="narrow">
      {header}
      {done && (
        <div role="status" className="mb-6">
          <Notice tone="good">{t(`done.${done}`)}</Notice>
        </div>
      )}
      <CoffeeList title={t('toReport')} coffees={coffees.toReport} now={now()} />
      <CoffeeList title={t('open')} coffees={coffees.open} now={now()} />
      <CoffeeList title={t('agreed')} coffees={coffees.agreed} now={now()} />
      {membership?.pausedAt && (
        <div className="mb-8 flex flex-col gap-3 rounded-card bg-sunken p-4">
          <p>{t('pausedText')}</p>
          <ButtonForm
            action={resumeAction}
            fields={{}}
            variant="primary"
            label={t('resume')}
            pending={t('sending')}
          />
        </div>
      )}
      {membership && !membership.pausedAt && nothing && <p className="mb-8 text-lg">{t('waiting')}</p>}
      {membership ? (
        <>
          <details className="rounded-card border border-line bg-card">
            <summary className="min-h-11 px-4 py-3 font-semibold">{t('change')}</summary>
            <div className="border-line border-t p-4">{form}</div>
          </details>
          <WayOut
            pause={membership.pausedAt ? null : pauseAction}
            leave={leaveAction}
            labels={{
              pause: t('pause'),
              leave: t('leave'),
              question: t('leaveQuestion'),
              text: t('leaveText'),
              confirm: t('leaveConfirm'),
              pending: t('sending'),
            }}
          />
        </>
      ) : (
        form
      )}
      <OutsideWork activities={activities} now={now()} />
    </Page>
  )
}
