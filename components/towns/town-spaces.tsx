import { useTranslations } from 'next-intl'
import { SpaceCard } from '@/components/spaces/space-card'
import { LinkButton } from '@/components/ui/link-button'
import type { SpaceCard as Space } from '@/lib/spaces/queries'

type Props = {
  spaces: Space[]
  /** The page itself, without the language. */
  path: string
  /** The cursor of the page after; null at the end. */
  next: string | null
  /** Nothing comes before. */
  first: boolean
  now: Date
}

/** Where to work in a town, the nearest to its middle first, page by page. */
export function TownSpaces({ spaces, path, next, first, now }: Props) {
  const t = useTranslations('towns')
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-xl">{t('spaces')}</h2>
      {spaces.length === 0 && <p className="text-muted">{t('noMore')}</p>}
      <ul className="grid gap-3 sm:grid-cols-2">
        {spaces.map((space) => (
          <li key={space.id} className="grid">
            <SpaceCard space={space} now={now} />
          </li>
        ))}
      </ul>
      <nav aria-label={t('pages')} className="flex flex-wrap justify-center gap-3 empty:hidden">
        {!first && <LinkButton href={path}>{t('firstPage')}</LinkButton>}
        {next && (
          <LinkButton href={`${path}?cursor=${encodeURIComponent(next)}`}>{t('morePlaces')}</LinkButton>
        )}
      </nav>
    </section>
  )
}
