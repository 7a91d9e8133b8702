/** Who may read the names of those who come: everyone who is signed in, those who come, the hosts alone. */
export const LIST_VISIBILITIES = ['members', 'guests', 'hosts'] as const

export type ListVisibility = (typeof LIST_VISIBILITIES)[number]

/** Most people a guest may bring. */
export const MAX_COMPANIONS = 5
