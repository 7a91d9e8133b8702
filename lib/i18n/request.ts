import { hasLocale } from 'next-intl'
import { getRequestConfig } from 'next-intl/server'
import { routing } from './routing'

/** Dates are always formatted in the zone of a place, given with the call; UTC is only what remains if one is forgotten. */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale
  const { default: messages } = await import(`./messages/${locale}.json`)
  return { locale, messages, timeZone: 'UTC' }
})
