import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ConfirmForm } from '@/components/host/confirm-form'
import { RhythmForm } from '@/components/rhythm/rhythm-form'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { myRhythm } from '@/lib/rhythm/queries'
import { dropRhythmAction, keepRhythmAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rhythm')
  return { title: t('title'), robots: { index: false } }
}

/** How often one would like to be out, and the way to want none of it. */
export default async function RhythmPage() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('rhythm')])
  const rhythm = await myRhythm(await requireActor(locale, `/${locale}/outings/rhythm`), now())
  return (
    <Page width="narrow">
      <PageHeader title={t('title')} intro={t('formIntro')} back={{ href: '/outings', label: t('back') }} />
      <RhythmForm action={keepRhythmAction} rhythm={rhythm} />
      <p className="mt-6 -ml-5">
        <LinkButton href="/me/check" variant="plain">
          {t('check')}
        </LinkButton>
      </p>
      {rhythm && (
        <div className="mt-6 -ml-3 flex flex-wrap">
          <ConfirmForm
            danger
            action={dropRhythmAction}
            fields={{}}
            label={t('drop')}
            question={t('dropQuestion')}
            text={t('dropText')}
            confirm={t('dropConfirm')}
            pending={t('sending')}
          />
        </div>
      )}
    </Page>
  )
}
