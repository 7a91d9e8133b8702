import { useFormatter, useTranslations } from 'next-intl'
import { Aside } from '@/components/ui/aside'
import { walkingMinutes } from '@/lib/geo/distance'

/** Minutes of walking past which people take something else. */
const WALKABLE = 45

/** How far, in metres under a kilometre, and how long on foot while that is a walk. */
export function Distance({ metres }: { metres: number }) {
  const t = useTranslations('explore.distance')
  const format = useFormatter()
  const far =
    metres < 995
      ? t('metres', { count: Math.max(10, Math.round(metres / 10) * 10) })
      : t('kilometres', {
          count: format.number(metres / 1000, { maximumFractionDigits: metres < 1e4 ? 1 : 0 }),
        })
  const minutes = walkingMinutes(metres)
  return minutes > WALKABLE ? (
    <Aside icon="pin">{far}</Aside>
  ) : (
    <Aside icon="walk">{t('walk', { far, minutes: Math.max(1, minutes) })}</Aside>
  )
}
