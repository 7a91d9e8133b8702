import { useLocale, useTranslations } from 'next-intl'
import { ofTown } from '@/lib/towns/words/rules'

/** Why the page shows this place. */
export type Because = 'asked' | 'me' | 'remembered' | 'opening'

/** Around where. */
export function Heading({ town, because }: { town: string | null; because: Because }) {
  const t = useTranslations('explore')
  const locale = useLocale()
  return (
    <h1 className="truncate text-2xl">
      {because === 'me'
        ? t('aroundYou')
        : town
          ? t('around', { town: ofTown(town, locale) })
          : t('aroundHere')}
    </h1>
  )
}

/** Why there; or that the searched words name no town we know. */
export function Reason({ because, unknown }: { because: Because; unknown: string | null }) {
  const t = useTranslations('explore')
  return (
    <p className="mb-4 text-muted">
      {unknown ? t('search.none', { text: unknown }) : t(`because.${because}`)}
    </p>
  )
}
