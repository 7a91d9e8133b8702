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

const TIME = /^([01]?\d|2[0-3]):([0-5]\d)$/

/**
 * OSM opening hours from four columns a day ("Ouverture matin (ou journée continue) lundi", "Fermeture matin lundi",
 * …). Empty where a column holds half an opening or anything that is no time: half-understood hours send people to a
 * closed door.
 */
export function weekOf(row: Row): string {
  const days: string[] = []
  for (const [day, jour] of DAYS) {
    const morning = spanOf(
      row[`Ouverture matin (ou journée continue) ${jour}`],
      row[`Fermeture matin ${jour}`],
    )
    const afternoon = spanOf(
      row[`Ouverture après-midi (sauf si une seule tranche horaire) ${jour}`],
      row[`Fermeture après-midi ${jour}`],
    )
    if (morning === null || afternoon === null) return ''
    if (morning && afternoon && morning.slice(6) > afternoon.slice(0, 5)) return ''
    const spans = [morning, afternoon].filter(Boolean).join(',')
    if (spans) days.push(`${day} ${spans}`)
  }
  return days.join('; ')
}

/** "09:00-12:00"; empty where both are; null where they make no span. */
function spanOf(from: unknown, to: unknown): string | null {
  const [begins, ends] = [timeOf(from), timeOf(to)]
  if (begins === '' && ends === '') return ''
  return begins && ends && begins < ends ? `${begins}-${ends}` : null
}

/** "09:00"; empty where nothing stands; null for anything else. */
function timeOf(value: unknown): string | null {
  if (value === '' || value === undefined || value === null) return ''
  const match = typeof value === 'string' ? value.trim().match(TIME) : null
  return match ? `${match[1]?.padStart(2, '0')}:${match[2]}` : null
}
