import { useTranslations } from 'next-intl'
import { Fact } from '@/components/ui/fact'
import { Link } from '@/lib/i18n/navigation'
import type { TownCounts } from '@/lib/map/town/queries'

/** What there is in a town, as numbers; `people` is the way to the map of those who let themselves be counted. */
export function TownFacts({ counts, people }: { counts: TownCounts; people: string }) {
  const t = useTranslations('towns')
  const { spaces, events, coffees, people: persons } = counts
  // Where there is nothing at all, the steps say so.
  if (spaces + events + persons === 0) return null
  return (
    <ul className="mb-8 flex flex-col gap-3 text-lg">
      <Fact icon="laptop">{t('places', { count: spaces })}</Fact>
      <Fact icon="calendar">{t('outings', { count: events })}</Fact>
      {coffees > 0 && <Fact icon="coffee">{t('coffees', { count: coffees })}</Fact>}
      {persons > 0 && (
        <Fact icon="people">
          <Link href={people} className="underline">
            {t('people', { count: persons })}
          </Link>
        </Fact>
      )}
    </ul>
  )
}
