import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { SignOutForm } from '@/components/me/sign-out-form'
import { LocaleSwitch } from '@/components/shell/locale-switch'
import { SignInFirst } from '@/components/sign-in/sign-in-first'
import { Icon, type IconName } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { isAdmin } from '@/lib/admin/queries'
import { currentActor } from '@/lib/auth'
import { myProfile } from '@/lib/freelancers/profile/queries'
import { Link } from '@/lib/i18n/navigation'
import { ofTown } from '@/lib/towns/words/rules'
import { signOutAction } from './actions'

type Props = PageProps<'/[locale]/me'>

const rooms = [
  { href: '/me/profile', key: 'profile', icon: 'person' },
  { href: '/me/messages', key: 'messages', icon: 'mail' },
  { href: '/outings', key: 'outings', icon: 'outings' },
  { href: '/me/people', key: 'people', icon: 'pair' },
  { href: '/coffees', key: 'coffees', icon: 'coffee' },
  { href: '/wishes', key: 'wishes', icon: 'leaf' },
  { href: '/me/days', key: 'days', icon: 'pin' },
  { href: '/welcome', key: 'welcome', icon: 'home' },
  { href: '/groups', key: 'groups', icon: 'people' },
  { href: '/host', key: 'host', icon: 'calendar' },
  { href: '/host/new', key: 'publish', icon: 'plus' },
  { href: '/me/spaces', key: 'spaces', icon: 'stand' },
  { href: '/me/places', key: 'places', icon: 'edit' },
  { href: '/me/home-table', key: 'homeTable', icon: 'home' },
  { href: '/me/blocks', key: 'blocks', icon: 'offline' },
] as const satisfies { href: string; key: string; icon: IconName }[]

const admin = { href: '/admin', key: 'admin', icon: 'info' } as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('me')
  return { title: t('title'), robots: { index: false } }
}

export default async function MePage({ searchParams }: Props) {
  const [query, actor, t, locale] = await Promise.all([
    searchParams,
    currentActor(),
    getTranslations('me'),
    getLocale(),
  ])
  if (!actor) {
    return (
      <Page width="narrow">
        <PageHeader title={t('title')} />
        <SignInFirst icon="person" title={t('signInTitle')} text={t('signInText')} path="/me" />
        <Language label={t('language')} />
      </Page>
    )
  }
  const { name, trade, area, visibility } = await myProfile(actor)
  return (
    <Page width="narrow">
      <PageHeader title={name} intro={trade} />
      {query.done === 'saved' && (
        <div role="status" className="mb-6">
          <Notice tone="good">{t('saved')}</Notice>
        </div>
      )}
      <p className="mb-6 flex items-start gap-2 text-muted">
        <Icon name="pin" className="mt-0.5 size-5" />
        {visibility === 'members' ? t('members', { area: ofTown(area, locale) }) : t('hidden')}
      </p>
      <ul className="divide-y divide-line rounded-card border border-line bg-card">
        {[...rooms, ...(isAdmin(actor) ? [admin] : [])].map(({ href, key, icon }) => (
          <li key={href}>
            <Link href={href} className="flex min-h-16 items-center gap-4 px-4 py-2 hover:bg-sunken">
              <Icon name={icon} className="size-6 text-accent" />
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{t(key)}</span>
                <span className="block text-muted text-sm">{t(`${key}Text`)}</span>
              </span>
              <Icon name="right" className="size-5 text-muted" />
            </Link>
          </li>
        ))}
      </ul>
      <Language label={t('language')} />
      <SignOutForm action={signOutAction}>
        <span className="min-w-0 truncate text-muted">{actor.email}</span>
        <SubmitButton variant="quiet" pending={t('signingOut')}>
          <Icon name="signOut" />
          {t('signOut')}
        </SubmitButton>
      </SignOutForm>
    </Page>
  )
}

function Language({ label }: { label: string }) {
  return (
    <div className="mt-6 flex items-center justify-between gap-2 border-line border-t pt-4">
      <span>{label}</span>
      <LocaleSwitch />
    </div>
  )
}
