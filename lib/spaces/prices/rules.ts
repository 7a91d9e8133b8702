/** What a seat costs, in cents of `currency` (ISO 4217). Null is unknown; `fee` false is free. */
export interface Prices {
  fee: boolean | null
  priceHour: number | null
  priceDay: number | null
  priceMonth: number | null
  currency: string
}

export const PRICE_UNITS = ['hour', 'day', 'month'] as const
export type PriceUnit = (typeof PRICE_UNITS)[number]

/** The prices that are known, the shortest stay first. */
export function knownPrices({
  priceHour,
  priceDay,
  priceMonth,
}: Prices): { unit: PriceUnit; cents: number }[] {
  const cents = { hour: priceHour, day: priceDay, month: priceMonth }
  return PRICE_UNITS.flatMap((unit) => {
    const known = cents[unit]
    return known === null ? [] : [{ unit, cents: known }]
  })
}

/** The one price for a card: by the day where that is known, for a day is what people compare. */
export function cardPrice(prices: Prices): { unit: PriceUnit; cents: number } | null {
  const known = knownPrices(prices)
  return known.find(({ unit }) => unit === 'day') ?? known[0] ?? null
}

/** An amount as its country writes it, without ",00". */
export function money(cents: number, currency: string, locale: string): string {
  const format = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as const
  return new Intl.NumberFormat(locale, format).format(cents / 100)
}
