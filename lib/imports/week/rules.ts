import { DAYS, type Week, weekSyntax } from '@/lib/imports/hours/rules'
import type { Row } from '@/lib/imports/readers/schema'

const TIME = /^([01]?\d|2[0-3]):([0-5]\d)$/

/**
 * OSM opening hours from four columns a day ("Ouverture matin (ou journée continue) lundi", "Fermeture matin lundi",
 * …). Empty where a column holds half an opening or anything that is no time: half-understood hours send people to a
 * closed door.
 */
export function weekOf(row: Row): string {
  const week: Week = []
  for (const jour of DAYS) {
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
