import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AreaList, areaName } from '@/components/towns/area-list'
import { TownList } from '@/components/towns/town-list'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { now } from '@/lib/clock'
import { alternates } from '@/lib/i18n/alternates'
import { townsPath } from '@/lib/i18n/paths'
import { coverage } from '@/lib/map/coverage/queries'
import { areasOf, townsOfArea } from '@/lib/map/coverage/rules'
import { townListSchema } from '@/lib/towns/schema'

type Props = PageProps<'/[locale]/places'>

/** Towns on a page. */
const PAGE = 60

async function read({ searchParams }: Pick<Props, 'searchParams'>) {
  const { area: key, cursor } = townListSchema.parse(await searchParams)
  const covered = await coverage(now())
  const areas = areasOf(covered)
  const area = areas.find((area) => area.key === key) ?? null
  return { covered, areas, area, asked: key, cursor: area && cursor }
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [{ area, asked, cursor }, locale, t] = await Promise.all([
    ...([read({ searchParams }), getLocale(), getTranslations('towns')] as const),
  ])
  return {
    title: area ? t('areaTitle', { area: areaName(area, locale) }) : t('indexTitle'),
    description: t('indexText'),
    alternates: alternates(locale, (language) => townsPath(language) + (area ? `?area=${area.key}` : '')),
    robots: cursor || (asked && !area) ? { index: false } : undefined,
  }
}

/** Every town with something on the map, by département and country. French has it at /fr/lieux. */
export default async function TownsPage({ searchParams }: Props) {
  const [{ covered, areas, area, cursor }, locale, t] = await Promise.all([
    ...([read({ searchParams }), getLocale(), getTranslations('towns')] as const),
  ])
  const path = townsPath(locale)
  if (area) {
    const { towns, next } = townsOfArea(covered, { area: area.key, cursor, limit: PAGE })
    const here = `${path}?area=${area.key}`
    return (
      <Page width="wide">
        <PageHeader
          back={{ href: path, label: t('index') }}
          title={areaName(area, locale)}
          intro={t('has', area.counts)}
        />
        <TownList towns={towns} />
        <nav aria-label={t('pages')} className="mt-8 flex flex-wrap justify-center gap-3 empty:hidden">
          {cursor && <LinkButton href={here}>{t('firstPage')}</LinkButton>}
          {next && <LinkButton href={`${here}&cursor=${next}`}>{t('moreTowns')}</LinkButton>}
        </nav>
      </Page>
    )
  }
  return (
    <Page width="wide">
      <PageHeader title={t('indexTitle')} intro={t('indexText')}>
        <LinkButton href="/">{t('wholeMap')}</LinkButton>
      </PageHeader>
      {areas.length === 0 ? (
        <EmptyState icon="coffee" title={t('noTowns')} text={t('noTownsText')}>
          <LinkButton href="/host/new" variant="primary">
            {t('start')}
          </LinkButton>
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-10">
          <AreaList areas={areas.filter(({ country }) => country === 'FR')} title={t('france')} />
          <AreaList areas={areas.filter(({ country }) => country !== 'FR')} title={t('elsewhere')} />
        </div>
      )}
    </Page>
  )
}
