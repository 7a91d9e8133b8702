import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { EraseForm } from '@/components/me/erase-form'
import { ProfileForm } from '@/components/me/profile-form'
import { MinutesSwitch } from '@/components/measures/minutes-switch'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { myProfile } from '@/lib/freelancers/profile/queries'
import { languageNames } from '@/lib/freelancers/rules'
import { myMinutes } from '@/lib/measures/minutes/queries'
import { countMinutesAction, eraseAction, forgetMinutesAction, saveProfileAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('profile')
  return { title: t('title'), robots: { index: false } }
}

export default async function ProfilePage() {
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/me/profile`)
  const [profile, counted, t] = await Promise.all([
    myProfile(actor),
    myMinutes(actor),
    getTranslations('profile'),
  ])
  return (
    <Page width="narrow">
      <PageHeader title={t('title')} back={{ href: '/me', label: t('back') }} />
      <ProfileForm
        action={saveProfileAction}
        profile={profile}
        locale={actor.locale}
        languages={languageNames(locale, ...profile.languages)}
      />
      <MinutesSwitch counted={counted} start={countMinutesAction} stop={forgetMinutesAction} />
      <EraseForm action={eraseAction} />
    </Page>
  )
}
