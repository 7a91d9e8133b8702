import { useTranslations } from 'next-intl'
import type { SpacePage } from '@/lib/spaces/page/queries'
import { type FactLine, line } from './fact-line'

/** Getting in. */
export function useAccessFacts({ wheelchair, toiletsWheelchair, level }: SpacePage): FactLine[] {
  const t = useTranslations('spacePage')
  const toilets = toiletsWheelchair && t(`toilets.${toiletsWheelchair}`)
  return [
    ...(wheelchair ? line(true, 'wheelchair', t(`wheelchair.${wheelchair}`), toilets) : []),
    ...(!wheelchair && toilets ? line(true, 'wheelchair', toilets) : []),
    ...(level ? line(true, 'up', t('level', { level })) : []),
  ]
}
