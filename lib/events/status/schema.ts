/** Where an event stands. A draft is seen by its hosts only. */
export const EVENT_STATUSES = ['draft', 'published', 'cancelled'] as const

export type EventStatus = (typeof EVENT_STATUSES)[number]
