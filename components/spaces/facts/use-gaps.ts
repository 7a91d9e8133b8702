import { useFormatter, useTranslations } from 'next-intl'
import type { SpacePage } from '@/lib/spaces/page/queries'

/** In words, what is known not to be there, and what nobody has said yet; null where there is nothing to say. */
export function useGaps(space: SpacePage): { without: string | null; unknown: string | null } {
  const t = useTranslations('spacePage')
  const format = useFormatter()
  const { internet, sockets, noise, callsAllowed, wheelchair, fee, charge, priceHour, priceDay, priceMonth } =
    space
  const absent = (
    ['phoneBooths', 'meetingRooms', 'coffee', 'outdoor', 'airConditioning', 'bikeParking'] as const
  )
    .filter((key) => space[key] === false)
    .map((key) => t(`absent.${key}`))
  const asked = { internet, sockets, noise, calls: callsAllowed, access: wheelchair }
  const priced = [fee, charge, priceHour, priceDay, priceMonth].some((value) => value !== null)
  const open = (Object.keys(asked) as (keyof typeof asked)[]).filter((key) => asked[key] === null)
  const gaps = [...open.map((key) => t(`topics.${key}`)), ...(priced ? [] : [t('topics.price')])]
  return {
    without:
      absent.length > 0 ? t('without', { things: format.list(absent, { type: 'disjunction' }) }) : null,
    unknown: gaps.length > 0 ? t('unknown', { things: format.list(gaps) }) : null,
  }
}
