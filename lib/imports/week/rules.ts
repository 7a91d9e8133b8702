import type { Row } from '@/lib/imports/readers/schema'

const DAYS = [
  ['Mo', 'lundi'],
  ['Tu', 'mardi'],
  ['We', 'mercredi'],
  ['Th', 'jeudi'],
  ['Fr', 'vendredi'],
  ['Sa', 'samedi'],
  ['Su', 'dimanche'],
] as const

/** Seven days from Monday, each with its spans in minutes since midnight, in order; none where it is closed. */
export type Week = [number, number][][]

/** OSM opening hours of a week: days of equal hours together ("Mo-Fr 09:00-12:00,14:00-18:00; Sa 10:00-12:00"). */
export function weekSyntax(week: Week): string {
  const byHours = new Map<string, number[]>()
  for (const [day, spans] of week.entries()) {
    const hours = spans.map(([from, to]) => `${clock(from)}-${clock(to)}`).join(',')
    if (hours) byHours.set(hours, [...(byHours.get(hours) ?? []), day])
  }
  return [...byHours].map(([hours, days]) => `${daysSyntax(days)} ${hours}`).join('; ')
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** "Mo-We,Fr" */
function daysSyntax(days: number[]): string {
  const runs: [number, number][] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last && last[1] === day - 1) last[1] = day
    else runs.push([day, day])
  }
  const name = (day: number) => DAYS[day]?.[0] ?? ''
  return runs.map(([from, to]) => (from === to ? name(from) : `${name(from)}-${name(to)}`)).join(',')
}

const TIME = /^([01]?\d|2[0-3]):([0-5]\d)$/

/**
 * OSM opening hours from four columns a day ("Ouverture matin (ou journée continue) lundi", "Fermeture matin lundi",
 * …). Empty where a column holds half an opening or anything that is no time: half-understood hours send people to a
 * closed door.
 */
export function weekOf(row: Row): string {
  const week: Week = []
  for (const [, jour] of DAYS) {
    const morning = spanOf(
      row[`Ouverture matin (ou journée continue) ${jour}`],
      row[`Fermeture matin ${jour}`],
    )
    const afternoon = spanOf(
      row[`Ouverture après-midi (sauf si une seule tranche horaire) ${jour}`],
      row[`Fermeture après-midi ${jour}`],
    )
    if (!morning || !afternoon) return ''
    const spans = [...morning, ...afternoon]
    if (spans.some(([from], i) => from < (spans[i - 1]?.[1] ?? 0))) return ''
    week.push(spans)
  }
  return weekSyntax(week)
}

/** One span, or none where both cells are empty; null where they make no span. */
function spanOf(from: unknown, to: unknown): [number, number][] | null {
  const [begins, ends] = [minutesOf(from), minutesOf(to)]
  if (begins === 'empty' && ends === 'empty') return []
  return typeof begins === 'number' && typeof ends === 'number' && begins < ends ? [[begins, ends]] : null
}

function minutesOf(value: unknown): number | 'empty' | null {
  if (value === '' || value === undefined || value === null) return 'empty'
  const match = typeof value === 'string' ? value.trim().match(TIME) : null
  return match ? Number(match[1]) * 60 + Number(match[2]) : null
}
