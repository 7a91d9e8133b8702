/** Where holidays are those of a part of the country, and the part is not known: that of most people. */
const PART: Record<string, string> = { gb: 'England' }

/** Whose holidays apply, as the library asks for it. `country` is ISO 3166-1 alpha-2 in any case, or empty. */
export function holidayAddress(country: string): { country_code: string; state: string } {
  const code = country.toLowerCase()
  return { country_code: code, state: PART[code] ?? '' }
}

/**
 * The same hours without what they say of public holidays: "Mo-Fr,PH 09:00-18:00; PH off" is "Mo-Fr 09:00-18:00".
 * For countries whose holidays nobody has written down: right on all days but some ten a year, and better than nothing.
 */
export function withoutHolidays(hours: string): string {
  return hours
    .split(';')
    .map((rule) => rule.replaceAll(/\bPH\s*,\s*|,\s*PH\b/g, ''))
    .filter((rule) => !/^\s*PH\b/.test(rule))
    .join(';')
}
