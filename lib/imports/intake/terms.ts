import type { Target } from '@/lib/imports/readers/schema'

/** What can be told by hand of an unknown table's columns, besides the kind, which is asked for all rows at once. */
export const MAPPED = [
  ...(['name', 'lat', 'lng', 'number', 'street', 'postcode', 'city', 'country'] as const),
  ...(['website', 'phone', 'email', 'hours', 'hoursText', 'id'] as const),
] satisfies Target[]
