import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { takeBackAction } from '@/app/[locale]/(pages)/spaces/[id]/[slug]/actions'
import { ConfirmForm } from '@/components/host/confirm-form'
import { ClientDayForm } from '@/components/presence/client-day-form'
import { ClientDayList } from '@/components/presence/client-day-list'
import { MyPresences } from '@/components/presence/my-presences'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { myClientDays } from '@/lib/presence/clientdays/queries'
import { MOST_DAYS } from '@/lib/presence/clientdays/terms'
import { myPresences } from '@/lib/presence/queries'
import { addDayAction, forgetAction, removeDayAction } from './actions'

type Props = PageProps<'/[locale]/me/days'>

const DONE = ['added', 'forgotten'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('presence')
  return { title: t('days'), robots: { index: false } }
}

/** Where one works: the half-days that one said, and the client days of every week. */
export default async function DaysPage({ searchParams }: Props) {
  const [query, locale, t] = await Promise.all([searchParams, getLocale(), getTranslations('presence')])
  const actor = await requireActor(locale, `/${locale}/me/days`)
  const [presences, days] = await Promise.all([myPresences(actor, now()), myClientDays(actor)])
  const done = DONE.find((word) => word === query.done)
  return (
    <Page width="narrow">
      <PageHeader title={t('days')} intro={t('daysIntro')} back={{ href: '/me', label: t('me') }} />
      {done && (
        <div role="status" className="mb-6">
          <Notice tone="good">{t(`done.${done}`)}</Notice>
        </div>
      )}
      <section className="mb-10 flex flex-col gap-3">
        <h2 className="text-xl">{t('soon')}</h2>
        {presences.length === 0 ? (
          <EmptyState icon="pin" title={t('nowhere')} text={t('nowhereText')} heading="h3">
            <LinkButton href="/?show=spaces">{t('findPlace')}</LinkButton>
          </EmptyState>
        ) : (
          <MyPresences presences={presences} takeBack={takeBackAction} />
        )}
      </section>
      <section className="flex flex-col gap-4">
        <h2 className="text-xl">{t('clientDays')}</h2>
        <p>{t('clientDaysText')}</p>
        <ClientDayList days={days} add={addDayAction} remove={removeDayAction} />
        {days.length < MOST_DAYS && <ClientDayForm key={days.length} action={addDayAction} />}
        <p className="text-muted text-sm">{t('clientDaysWho')}</p>
      </section>
      {presences.length + days.length > 0 && (
        <div className="mt-10 -ml-3 flex flex-wrap border-line border-t pt-4">
          <ConfirmForm
            danger
            action={forgetAction}
            fields={{}}
            label={t('forget')}
            question={t('forgetQuestion')}
            text={t('forgetText')}
            confirm={t('forgetConfirm')}
            pending={t('sending')}
          />
        </div>
      )}
    </Page>
  )
}
