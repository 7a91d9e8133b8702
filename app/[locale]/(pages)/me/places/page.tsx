import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { MyCorrectionCard } from '@/components/spaces/corrections/my-correction'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { myCorrections } from '@/lib/spaces/corrections/queries'
import { undoMineAction, withdrawAction } from './actions'

/** The latest; nobody scrolls through more. */
const SHOWN = 100

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('corrections')
  return { title: t('mineTitle'), robots: { index: false } }
}

/** What one said of places, and what became of it. */
export default async function MyPlacesPage() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('corrections')])
  const actor = await requireActor(locale, `/${locale}/me/places`)
  const corrections = await myCorrections(actor, SHOWN)
  return (
    <Page width="narrow">
      <PageHeader title={t('mineTitle')} intro={t('mineIntro')} back={{ href: '/me', label: t('me') }}>
        <LinkButton href="/spaces/new">{t('addTitle')}</LinkButton>
      </PageHeader>
      {corrections.length === 0 ? (
        <EmptyState icon="pin" title={t('mineNone')} text={t('mineNoneText')}>
          <LinkButton href="/?show=spaces">{t('findPlace')}</LinkButton>
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-4">
          {corrections.map((correction) => (
            <li key={correction.id}>
              <MyCorrectionCard correction={correction} withdraw={withdrawAction} undo={undoMineAction} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
