/** Currencies offered in forms; any other that a place has is kept. */
export const COMMON_CURRENCIES = ['EUR', 'CHF', 'GBP', 'USD', 'CAD', 'MAD', 'TND', 'XOF'] as const

/** Means of payment offered in forms: the suffixes of OSM's payment:* keys. Any other that a place has is kept. */
export const COMMON_PAYMENT = [
  ...(['cash', 'cards', 'credit_cards', 'debit_cards', 'contactless', 'meal_voucher'] as const),
] as const

/** Facts that are so, are not so, or are unknown. */
export const YES_OR_NO = [
  ...(['callsAllowed', 'phoneBooths', 'meetingRooms', 'coffee', 'outdoor'] as const),
  ...(['airConditioning', 'bikeParking'] as const),
] as const
