import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { CorrectedField } from '@/lib/spaces/corrections/rules'
import { dayInWords } from '@/lib/spaces/freshness/rules'
import {
  type Internet,
  type InternetFee,
  type Noise,
  type Sockets,
  spaceKindSchema,
} from '@/lib/spaces/schema'

const LABELS = {
  internet: 'internetLabel',
  internetFee: 'internetFeeLabel',
  internetSsid: 'ssid',
  sockets: 'socketsLabel',
  noise: 'noiseLabel',
} as const

/** Means of payment that have a word. */
const MEANS = ['cash', 'cards', 'credit_cards', 'debit_cards', 'contactless', 'meal_voucher'] as const

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
        return t(said === 'no' ? 'feeNo' : 'feeYes')
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
    const known = MEANS.find((one) => one === key)
    return known ? t(`means.${known}`) : key
  }

  return { label, value }
}

const FLAGS: readonly CorrectedField[] = [
  ...(['callsAllowed', 'phoneBooths', 'meetingRooms', 'coffee', 'outdoor'] as const),
  ...(['airConditioning', 'bikeParking'] as const),
]
const isYesOrNo = (field: CorrectedField) => FLAGS.includes(field)
