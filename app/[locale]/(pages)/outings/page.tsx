import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { gladAction, takeBackAction } from '@/app/[locale]/(pages)/me/people/actions'
import { CoffeeList } from '@/components/coffees/coffee-list'
import { RhythmPanel } from '@/components/rhythm/rhythm-panel'
import { Suggestions } from '@/components/rhythm/suggestions'
import { type Outing, OutingCard } from '@/components/rsvps/outing-card'
import { SignInFirst } from '@/components/sign-in/sign-in-first'
import { LatelyOutings } from '@/components/ties/lately-outings'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { currentActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { myCoffees } from '@/lib/coffees/queries'
import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import { myRhythm } from '@/lib/rhythm/queries'
import { type OutingCard as OutingRow, outings } from '@/lib/rsvps/queries'
import { slugify } from '@/lib/slug'
import { suggestionsFor } from '@/lib/suggestions/queries'
import { lately } from '@/lib/ties/lately/queries'
import { standing } from '@/lib/ties/queries'
import { isOffered } from '@/lib/ties/rules'

type Props = PageProps<'/[locale]/outings'>

const DONE = ['rhythm', 'noRhythm'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('outings')
  return { title: t('title'), robots: { index: false } }
}

export default async function OutingsPage({ searchParams }: Props) {
  const t = await getTranslations('outings')
  const actor = await currentActor()
  if (!actor) {
    return (
      <Page>
        <PageHeader title={t('title')} />
        <SignInFirst icon="outings" title={t('signInTitle')} text={t('signInText')} path="/outings">
          <LinkButton href="/">{t('emptyAction')}</LinkButton>
        </SignInFirst>
      </Page>
    )
  }
  const [{ coming, waiting, past }, met, coffees, rhythm] = await Promise.all([
    outings(actor.id),
    lately(actor.id, now()),
    myCoffees(actor, now()),
    myRhythm(actor, now()),
  ])
  const query = await searchParams
  const again = (await standing(actor.id)) === 'out'
  const done = DONE.find((word) => word === query.done)
  // Ideas are for those who have nothing before them.
  const ideas = coming.length + coffees.agreed.length > 0 ? [] : await suggestionsFor(actor, now())
  const next = [...coming.filter(({ cancelled }) => !cancelled), ...coffees.agreed]
    .flatMap(({ startsAt, timeZone }) => (startsAt ? [{ startsAt, timeZone }] : []))
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())[0]
  const ahead = [...coffees.toReport, ...coffees.open, ...coffees.agreed]
  return (
    <Page>
      <PageHeader title={t('title')} intro={t('intro')} />
      {done && (
        <div role="status" className="mb-6">
          <Notice tone="good">{t(`done.${done}`)}</Notice>
        </div>
      )}
      <RhythmPanel rhythm={rhythm} next={next} now={now()} />
      {coming.length + waiting.length + ahead.length + ideas.length === 0 ? (
        <EmptyState icon="coffee" title={t('emptyTitle')} text={t('emptyText')}>
          <LinkButton href="/" variant="primary">
            {t('emptyAction')}
          </LinkButton>
          <LinkButton href="/agenda">{t('emptyAgenda')}</LinkButton>
          <LinkButton href="/host/new">{t('emptyHost')}</LinkButton>
        </EmptyState>
      ) : null}
      <Suggestions suggestions={ideas} now={now()} />
      <CoffeeList title={t('coffees')} coffees={ahead} now={now()} />
      <Section title={t('coming')} rows={coming} />
      <Section title={t('waiting')} note={t('allWaiting')} rows={waiting} />
      {again && past.some(({ endsAt }) => isOffered(endsAt, now())) && (
        <p className="mb-8">
          <LinkButton href="/me/people" variant="plain" className="-ml-5">
            <Icon name="pair" />
            {t('again')}
          </LinkButton>
        </p>
      )}
      <LatelyOutings outings={met} now={now()} actions={{ sayGlad: gladAction, takeBack: takeBackAction }} />
      <Section title={t('past')} rows={past} />
    </Page>
  )
}

async function Section({ title, note, rows }: { title: string; note?: string; rows: OutingRow[] }) {
  if (rows.length === 0) return null
  const locale = await getLocale()
  return (
    <section className="mb-8">
      <h2 className="mb-3 text-xl">{title}</h2>
      {note && <p className="mb-3 text-muted">{note}</p>}
      <ul className="flex flex-col gap-3">
        {rows.map((row) => (
          <li key={row.id}>
            <OutingCard outing={outingOf(row, locale)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function outingOf(row: OutingRow, locale: 'fr' | 'en'): Outing {
  const day = dayInFull(row.startsAt, row.timeZone, locale, now())
  return {
    href: `/events/${row.id}/${slugify(row.title)}`,
    title: row.title,
    when: `${day}, ${timeOfDay(row.startsAt, row.timeZone, locale)}`,
    where: [row.placeName, row.city].filter(Boolean).join(', '),
    organizerName: row.organizerName,
    cancelled: row.cancelled,
    status: row.status,
    place: row.place,
  }
}
