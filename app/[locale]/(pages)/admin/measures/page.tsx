import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { MeasureList } from '@/components/measures/measure-list'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { Link } from '@/lib/i18n/navigation'
import { hasDemoData } from '@/lib/instance/queries'
import { measures } from '@/lib/measures/queries'

type Props = PageProps<'/[locale]/admin/measures'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('measures')
  return { title: t('title'), robots: { index: false } }
}

/** For those who look after the instance: does it bring people out? Of fewer than five people it says nothing. */
export default async function MeasuresPage({ searchParams }: Props) {
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/admin/measures`)
  const demo = (await searchParams).people === 'demo'
  const figures = await measures(actor, { now: now(), demo })
  if (!figures) notFound()
  const [t, format, invented] = await Promise.all([
    getTranslations('measures'),
    getFormatter(),
    hasDemoData(),
  ])
  const monday = format.dateTime(figures.until, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const other = demo ? { href: '/admin/measures' } : { href: '/admin/measures?people=demo' }
  return (
    <Page width="narrow">
      <PageHeader title={t('title')} intro={t('intro')} back={{ href: '/admin', label: t('back') }} />
      <div className="mb-6 flex flex-col gap-3">
        <p className="text-muted">{t('until', { monday })}</p>
        {demo && <Notice>{t('demo')}</Notice>}
        {(demo || invented) && (
          <Link {...other} className="inline-flex min-h-11 items-center self-start text-accent underline">
            {t(demo ? 'seeReal' : 'seeDemo')}
          </Link>
        )}
      </div>
      <MeasureList measures={figures} />
    </Page>
  )
}
