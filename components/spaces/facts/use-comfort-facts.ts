import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { SpacePage } from '@/lib/spaces/page/queries'
import { type FactLine, line } from './fact-line'

/** What makes a day there pleasant. */
export function useComfortFacts(space: SpacePage): FactLine[] {
  const t = useTranslations('spacePage')
  const format = useFormatter()
  const names = new Intl.DisplayNames([useLocale()], { type: 'language' })
  const { capacity, operator, languages } = space
  const spoken = languages.map((code) => names.of(code) ?? code)
  return [
    ...(capacity === null ? [] : line(true, 'seat', t('seats', { count: capacity }))),
    ...line(space.coffee, 'coffee', t('coffee')),
    ...line(space.outdoor, 'sun', t('outdoor')),
    ...line(space.airConditioning, 'snow', t('airConditioning')),
    ...line(space.bikeParking, 'bike', t('bikeParking')),
    ...(spoken.length > 0 ? line(true, 'speech', t('languages', { languages: format.list(spoken) })) : []),
    ...(operator ? line(true, 'people', t('operator', { operator })) : []),
  ]
}
