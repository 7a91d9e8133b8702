import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { dayInWords } from '@/lib/spaces/freshness/rules'
import type { SpacePage } from '@/lib/spaces/page/queries'
import type { Told } from '@/lib/spaces/provenance/rules'
import { licenceUrl, publisherOf, recordUrl } from '@/lib/spaces/sources/rules'
import { SpaceSection } from './space-section'

type Source = SpacePage['sources'][number]

type Props = {
  space: SpacePage
  /** The ways to mend it. */
  children: ReactNode
}

/** Who says all this: a debt to those who wrote it down, and a measure of how far to trust it. */
export function SpaceSources({ space, children }: Props) {
  const t = useTranslations('spacePage')
  const locale = useLocale()
  const { told, sources, confirmedOn, owned, demo } = space
  return (
    <SpaceSection title={t('source')}>
      <p>{confirmedOn ? t('confirmed', { date: dayInWords(confirmedOn, locale) }) : t('unconfirmed')}</p>
      {owned && <p>{t('owned')}</p>}
      {told.length > 0 && (
        <ul className="flex flex-col gap-1.5 text-muted text-sm">
          {told.map((one) => (
            <li key={one.by}>
              <ToldLine told={one} />
            </li>
          ))}
        </ul>
      )}
      {sources.length > 0 && (
        <ul className="flex flex-col gap-1.5 text-muted text-sm">
          {sources.filter(firstOfItsKind).map((source) => (
            <li key={`${source.source} ${source.externalId}`}>
              <Attribution {...source} />
            </li>
          ))}
        </ul>
      )}
      {demo && <p className="text-muted text-sm">{t('demo')}</p>}
      {children}
    </SpaceSection>
  )
}

/** Rows of one publisher that have no page of their own are credited once. */
function firstOfItsKind({ source, externalId, licence }: Source, index: number, all: Source[]): boolean {
  const first = all.findIndex((other) => other.source === source && other.licence === licence)
  return first === index || recordUrl(source, externalId) !== null
}

function ToldLine({ told: { by, topics } }: { told: Told }) {
  const t = useTranslations('spacePage')
  const format = useFormatter()
  const who = by === 'owner' || by === 'people' ? t(`by.${by}`) : publisherOf(by).name
  const what = format.list(topics.map((topic) => t(`topics.${topic}`)))
  return t.rich('told', { who, what, b: (words) => <span className="text-ink">{words}</span> })
}

function Attribution({ source, externalId, licence }: Source) {
  const t = useTranslations('spacePage')
  const { name, url } = publisherOf(source)
  const record = recordUrl(source, externalId)
  return t.rich(source === 'osm' ? 'fromOsm' : 'from', {
    name,
    licence,
    source: (words) => <Out url={record ?? url}>{words}</Out>,
    terms: (words) => <Out url={licenceUrl(licence)}>{words}</Out>,
  })
}

function Out({ url, children }: { url: string | null; children: ReactNode }) {
  if (!url) return children
  return (
    <a href={url} rel="noopener noreferrer" className="underline">
      {children}
    </a>
  )
}
