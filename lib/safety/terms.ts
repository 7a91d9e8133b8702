/** When the contact is told: see `TrustedTelling` in schema.prisma. */
export const TELLINGS = ['if_needed', 'at_start', 'hour_before'] as const

export type Telling = (typeof TELLINGS)[number]

/** Minutes of patience after the end. */
export const GRACES = [30, 60, 90] as const
