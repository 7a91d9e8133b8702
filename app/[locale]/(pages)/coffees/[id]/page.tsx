import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { CoffeeDetails } from '@/components/coffees/coffee-details'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { coffeePage } from '@/lib/coffees/queries'
import { answerAction, forRealAction, reportAction, withdrawAction } from './actions'

type Props = PageProps<'/[locale]/coffees/[id]'>

const DONE = ['yes', 'no', 'reported', 'real', 'asked'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('coffees')
  return { title: t('one'), robots: { index: false } }
}

/** One coffee, for those who have a seat at it. */
export default async function CoffeeOnePage({ params, searchParams }: Props) {
  const [{ id }, query, locale] = await Promise.all([params, searchParams, getLocale()])
  const actor = await requireActor(locale, `/${locale}/coffees/${encodeURIComponent(id)}`)
  const coffee = await coffeePage(actor, id, now())
  if (!coffee) notFound()
  const t = await getTranslations('coffees')
  const done = DONE.find((word) => word === query.done)
  const agreed = done === 'yes' && coffee.standing === 'agreed'
  return (
    <Page width="narrow">
      {done && (
        <div role="status" className="mb-6">
          <Notice tone="good">{t(agreed ? 'done.agreed' : `done.${done}`)}</Notice>
        </div>
      )}
      <CoffeeDetails
        coffee={coffee}
        now={now()}
        actions={{
          answer: answerAction,
          withdraw: withdrawAction,
          report: reportAction,
          forReal: forRealAction,
        }}
      />
    </Page>
  )
}
