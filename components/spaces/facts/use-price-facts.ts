import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { SpacePage } from '@/lib/spaces/page/queries'
import { knownPrices, money } from '@/lib/spaces/prices/rules'
import { type FactLine, line } from './fact-line'

/** OSM's payment:* keys that are worth a word. */
const MEANS = ['cash', 'cards', 'credit_cards', 'debit_cards', 'contactless', 'meal_voucher'] as const

/** What it costs to sit there, and how one pays. */
export function usePriceFacts(space: SpacePage): FactLine[] {
  const t = useTranslations('spacePage')
  const format = useFormatter()
  const locale = useLocale()
  const { fee, charge, currency, payment } = space
  const prices = knownPrices(space).map(({ unit, cents }) =>
    t(`per.${unit}`, { price: money(cents, currency, locale) }),
  )
  const means = MEANS.filter((key) => payment.includes(key)).map((key) => t(`means.${key}`))
  const pays = means.length > 0 && t('payment', { means: format.list(means) })
  const priced = prices.length > 0 ? prices.join(' · ') : charge
  if (fee === false) return line(true, 'price', t('free'), priced || pays)
  if (priced)
    return line(true, 'price', priced, [prices.length > 0 && charge, pays].filter(Boolean).join(' · '))
  if (fee) return line(true, 'price', t('paid'), pays)
  return line(pays, 'price', pays || '')
}
