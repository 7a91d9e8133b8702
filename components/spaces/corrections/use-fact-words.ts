import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { CorrectedField } from '@/lib/spaces/corrections/rules'
import { COMMON_PAYMENT, YES_OR_NO } from '@/lib/spaces/edits/terms'
import { dayInWords } from '@/lib/spaces/freshness/rules'
import {
  type Internet,
  type InternetFee,
  type Noise,
  type Sockets,
  spaceKindSchema,
} from '@/lib/spaces/schema'

/** Fields that a form asks about in a question, and that have a name of their own here. */
const NAMED = [
  ...(['kind', 'fee', 'internetFee', 'priceHour', 'priceDay', 'priceMonth', 'charge', 'payment'] as const),
  ...(['internetSsid', 'callsAllowed', 'phoneBooths', 'meetingRooms', 'coffee', 'outdoor'] as const),
  ...(['airConditioning', 'bikeParking', 'wheelchair', 'toiletsWheelchair', 'description'] as const),
] as const

/** The others go by what the form calls them. */
const LABELS = { internet: 'internetLabel', sockets: 'socketsLabel', noise: 'noiseLabel' } as const

/** What a field is called, and what its value says, in words. */
export function useFactWords() {
  const t = useTranslations('spaceEdit')
  const kinds = useTranslations('spaces.kinds')
  const c = useTranslations('corrections')
  const format = useFormatter()
  const locale = useLocale()
  const nameOf = (type: 'language' | 'region', code: string) =>
    new Intl.DisplayNames([locale], { type }).of(code) ?? code

  function label(field: CorrectedField): string {
    if (field === 'closedOn') return c('closing')
    const named = NAMED.find((one) => one === field)
    if (named) return c(`facts.${named}`)
    return t(field in LABELS ? LABELS[field as keyof typeof LABELS] : (field as 'name'))
  }

  function value(field: CorrectedField, said: string | string[]): string {
    if (field === 'closedOn')
      return said === ''
        ? c('isOpen')
        : c('isClosed', { date: dayInWords(new Date(`${said}T00:00:00Z`), locale) })
    if (said.length === 0) return c('nothing')
    if (Array.isArray(said)) {
      const words = said.map((one) => (field === 'languages' ? nameOf('language', one) : means(one)))
      return format.list(words)
    }
    switch (field) {
      case 'kind':
        return kinds(spaceKindSchema.parse(said))
      case 'country':
        return nameOf('region', said)
      case 'internet':
        return t(`internet.${said as Internet}`)
      case 'internetFee':
        return t(`internetFee.${said as InternetFee}`)
      case 'fee':
        return c(said === 'no' ? 'free' : 'paid')
      case 'sockets':
        return t(`sockets.${said as Sockets}`)
      case 'noise':
        return t(`noise.${said as Noise}`)
      case 'wheelchair':
      case 'toiletsWheelchair':
        return t(`access.${said as 'yes' | 'limited' | 'no'}`)
      case 'priceHour':
      case 'priceDay':
      case 'priceMonth':
        return format.number(Number(said), { minimumFractionDigits: said.includes('.') ? 2 : 0 })
      default:
        return isYesOrNo(field) ? t(said === 'yes' ? 'yes' : 'no') : said
    }
  }

  const means = (key: string) => {
    const known = COMMON_PAYMENT.find((one) => one === key)
    return known ? t(`means.${known}`) : key
  }

  return { label, value }
}

const isYesOrNo = (field: CorrectedField) => YES_OR_NO.some((one) => one === field)
