import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConfirmForm } from '@/components/host/confirm-form'
import { NextStep } from '@/components/newcomers/next-step'
import { SetOutForm } from '@/components/newcomers/set-out-form'
import { SignInFirst } from '@/components/sign-in/sign-in-first'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { currentActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { myProfile } from '@/lib/freelancers/profile/queries'
import { myWay } from '@/lib/newcomers/queries'
import { beWelcomedAction, endWayAction, setOutAction } from './actions'

type Props = PageProps<'/[locale]/welcome'>

const DONE = ['asked', 'ended'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('welcome')
  return { title: t('title'), robots: { index: false } }
}

/** Thirty days of somebody who has just arrived: the next step, and only that. */
export default async function WelcomePage({ searchParams }: Props) {
  const [query, actor, t] = await Promise.all([searchParams, currentActor(), getTranslations('welcome')])
  const header = <PageHeader title={t('title')} intro={t('intro')} back={{ href: '/me', label: t('me') }} />
  if (!actor)
    return (
      <Page width="narrow">
        {header}
        <SignInFirst icon="pin" title={t('signInTitle')} text={t('signInText')} path="/welcome" />
      </Page>
    )
  const [way, profile] = await Promise.all([myWay(actor, now()), myProfile(actor)])
  const done = DONE.find((word) => word === query.done)
  return (
    <Page width="narrow">
      {header}
      {done && (
        <div role="status" className="mb-6">
          <Notice tone="good">{t(`done.${done}`)}</Notice>
        </div>
      )}
      {way ? (
        <>
          <NextStep way={way} now={now()} beWelcomed={beWelcomedAction} />
          <div className="mt-8 -ml-3 flex flex-wrap">
            <ConfirmForm
              action={endWayAction}
              fields={{}}
              label={t('end')}
              question={t('endQuestion')}
              text={t('endText')}
              confirm={t('endConfirm')}
              pending={t('sending')}
            />
          </div>
        </>
      ) : (
        <SetOutForm action={setOutAction} needsHome={profile.area === ''} />
      )}
    </Page>
  )
}
