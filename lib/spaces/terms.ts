/** Kinds of place to work, in the order people choose from. The same names as the database's `space_kind`. */
export const SPACE_KINDS = ['coworking', 'third_place', 'cafe', 'library', 'home_table'] as const
export type SpaceKind = (typeof SPACE_KINDS)[number]

/** OSM `internet_access`: https://wiki.openstreetmap.org/wiki/Key:internet_access */
export const INTERNET = ['wlan', 'wired', 'terminal', 'yes', 'no'] as const
export type Internet = (typeof INTERNET)[number]

/** OSM `internet_access:fee`. */
export const INTERNET_FEES = ['no', 'yes', 'customers'] as const
export type InternetFee = (typeof INTERNET_FEES)[number]

/** OSM `wheelchair`: https://wiki.openstreetmap.org/wiki/Key:wheelchair */
export const WHEELCHAIR = ['yes', 'designated', 'limited', 'no'] as const
export type Wheelchair = (typeof WHEELCHAIR)[number]

/** Power sockets, as people found them. */
export const SOCKETS = ['none', 'few', 'plenty'] as const
export type Sockets = (typeof SOCKETS)[number]

/** How loud it is, as people found it. */
export const NOISE = ['quiet', 'murmur', 'loud'] as const
export type Noise = (typeof NOISE)[number]
