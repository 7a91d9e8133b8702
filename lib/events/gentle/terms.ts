/** Most seats of a gentle outing. */
export const GENTLE_SEATS = 8

/** What makes an outing gentle, beside its few seats. */
export const GENTLE_FACTS = ['quietPlace', 'leaveWhenever', 'noIntroductions'] as const

export type GentleFact = (typeof GENTLE_FACTS)[number]

/** What hosts may say of an outing for whoever comes alone. */
export const WELCOMES = [...GENTLE_FACTS, 'goodForNewcomers'] as const
