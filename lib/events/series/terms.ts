/** How an outing may come back. */
export const REPEATS = ['none', 'weekly', 'biweekly', 'monthly_date', 'monthly_weekday'] as const

export type Repeat = (typeof REPEATS)[number]

export const REPEAT_ENDS = ['never', 'until', 'count'] as const

/** Days that are left out, as many as the form has fields for. */
export const EXCEPTION_SLOTS = ['except1', 'except2', 'except3', 'except4'] as const

/** Which occurrences a change is about. */
export const SCOPES = ['this', 'following', 'all'] as const

export type Scope = (typeof SCOPES)[number]
