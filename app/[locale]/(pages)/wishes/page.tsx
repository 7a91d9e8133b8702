import type { Metadata } from 'next'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { ButtonForm } from '@/components/ui/button-form'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { MyWishCard } from '@/components/wishes/my-wish-card'
import { WishForm } from '@/components/wishes/wish-form'
import type { Actor } from '@/lib/accounts/schema'
import { currentActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { homeCell, myWish, townedCell, wishesNear } from '@/lib/wishes/queries'
import { cellText, wishFields } from '@/lib/wishes/rules'
import { type WishInput, wishQuerySchema } from '@/lib/wishes/schema'
import { dropAction, withdrawAction } from './actions'

type Props = PageProps<'/[locale]/wishes'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('wishes')
  return { title: t('title'), robots: { index: false } }
}

export default async function WishesPage({ searchParams }: Props) {
  const [query, actor, t] = await Promise.all([searchParams, currentActor(), getTranslations('wishes')])
  const asked = wishQuerySchema.parse(query)
  if (actor) return <Own actor={actor} asked={asked} done={query.done} />
  const here = asked.cell ? `?cell=${cellText(asked.cell)}` : ''
  const returnTo = `/${await getLocale()}/wishes${here}`
  return (
    <Page>
      <EmptyState heading="h1" icon="coffee" title={t('signInTitle')} text={t('signInText')}>
        <LinkButton href={{ pathname: '/sign-in', query: { returnTo } }} variant="primary">
          {t('signIn')}
        </LinkButton>
        <LinkButton href="/">{t('explore')}</LinkButton>
      </EmptyState>
    </Page>
  )
}

async function Own({ actor, asked, done }: { actor: Actor; asked: WishInput; done: unknown }) {
  const at = now()
  const [t, format, wish] = await Promise.all([getTranslations('wishes'), getFormatter(), myWish(actor, at)])
  const start = await townedCell(asked.cell ?? wish?.cell ?? (await homeCell(actor)))
  const shown = wishFields(wish ?? asked)
  return (
    <Page width="narrow">
      <PageHeader title={t('title')} intro={t('intro')} back={{ href: '/', label: t('explore') }} />
      <div role="status" className="mb-6 empty:hidden">
        {done === 'dropped' && wish && <Notice tone="good">{t('dropped')}</Notice>}
        {done === 'withdrawn' && !wish && asked.cell && (
          <Notice tone="good">
            <p className="mb-2">{t('withdrawn')}</p>
            <ButtonForm
              action={dropAction}
              fields={wishFields(asked)}
              label={t('undo')}
              pending={t('sending')}
            />
          </Notice>
        )}
      </div>
      {wish && (
        <MyWishCard
          wish={wish}
          others={Math.max(0, (await wishesNear(wish.cell, at)) - 1)}
          until={format.dateTime(wish.fadesAt, { day: 'numeric', month: 'long' })}
          actions={{ renew: dropAction, withdraw: withdrawAction }}
        />
      )}
      <section className="mt-8 flex flex-col gap-4">
        <h2 className="text-xl">{t(wish ? 'changeTitle' : 'dropTitle')}</h2>
        <WishForm action={dropAction} start={start} {...shown} changes={wish !== null} />
      </section>
    </Page>
  )
}
