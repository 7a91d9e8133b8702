/** Kinds of event, in the order people choose from. The same names as the database's `event_kind`. */
export const EVENT_KINDS = [
  'open_coffee',
  'coworking_day',
  'lunch',
  'afterwork',
  'networking_evening',
  'workshop',
  'trade_fair',
  'outside_work',
  'e_coffee',
  'one_to_one',
  'home_table',
] as const

export type EventKind = (typeof EVENT_KINDS)[number]
