import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ConfirmForm } from '@/components/host/confirm-form'
import { MetPeople } from '@/components/ties/met-people'
import { TieCard } from '@/components/ties/tie-card'
import { ButtonForm } from '@/components/ui/button-form'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { nextTogether } from '@/lib/ties/coming/queries'
import { myPeople } from '@/lib/ties/queries'
import { suggestions } from '@/lib/ties/suggestions/queries'
import { gladAction, leaveAction, rejoinAction, takeBackAction, wayAction } from './actions'

type Props = PageProps<'/[locale]/me/people'>

const DONE = ['left', 'back', 'way'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('seeAgain')
  return { title: t('title'), robots: { index: false } }
}

/** One's people: those one is tied with, and below them those one met. For nobody else's eyes. */
export default async function MyPeoplePage({ searchParams }: Props) {
  const [query, locale, t] = await Promise.all([searchParams, getLocale(), getTranslations('seeAgain')])
  const actor = await requireActor(locale, `/${locale}/me/people`)
  const [{ standing, ties, met }, together] = await Promise.all([
    myPeople(actor.id, now()),
    nextTogether(actor.id, now()),
  ])
  const suggested = await suggestions(actor.id, ties, together, now())
  const done = DONE.find((word) => word === query.done)
  return (
    <Page width="narrow">
      <PageHeader title={t('title')} intro={t('intro')} back={{ href: '/me', label: t('back') }} />
      {done && (
        <div role="status" className="mb-6">
          <Notice tone="good">{t(`done.${done}`)}</Notice>
        </div>
      )}
      {standing === 'hidden' && (
        <EmptyState icon="pair" title={t('hiddenTitle')} text={t('hiddenText')}>
          <LinkButton href="/me/profile" variant="primary">
            {t('profile')}
          </LinkButton>
        </EmptyState>
      )}
      {standing === 'out' && (
        <EmptyState icon="pair" title={t('outTitle')} text={t('outText')}>
          <ButtonForm action={rejoinAction} fields={{}} label={t('rejoin')} pending={t('sending')} />
        </EmptyState>
      )}
      {standing === 'in' && (
        <section className="flex flex-col gap-3">
          <h2 className={ties.length > 0 ? 'text-xl' : 'sr-only'}>{t('ties')}</h2>
          {ties.length === 0 && (
            <EmptyState icon="pair" title={t('noTies')} text={t('noTiesText')} heading="h3">
              <LinkButton href="/agenda">{t('agenda')}</LinkButton>
            </EmptyState>
          )}
          {ties.map((person) => (
            <TieCard
              key={person.id}
              person={person}
              next={together.get(person.id)}
              suggested={suggested.get(person.id)}
              now={now()}
              actions={{ takeBack: takeBackAction, leaveWay: wayAction }}
            />
          ))}
          <MetPeople people={met} now={now()} actions={{ sayGlad: gladAction, takeBack: takeBackAction }} />
        </section>
      )}
      {standing !== 'out' && (
        <div className="mt-10 -ml-3 flex flex-wrap border-line border-t pt-4">
          <ConfirmForm
            danger
            action={leaveAction}
            fields={{}}
            label={t('leave')}
            question={t('leaveQuestion')}
            text={t('leaveText')}
            confirm={t('leaveConfirm')}
            pending={t('sending')}
          />
        </div>
      )}
    </Page>
  )
}
