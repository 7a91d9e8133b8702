/** From Monday. */
export const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']
const SHORT = ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim']

type Token =
  | { is: 'day'; day: number }
  | { is: 'time'; minutes: number }
  | { is: 'closed' }
  /** Between two days or two times: from one to the other. */
  | { is: 'to' }
  /** Between two of anything: one and the other. */
  | { is: 'and' }
  /** "/" and "-" are either. */
  | { is: 'either' }

/** Said around hours, and of no weight. Accents are gone by then. */
const FILLERS =
  /^(jours et heures d.ouvertures?|horaires? d.ouvertures?|horaires?|ouverture|ouvert|\(?journee continue\)?|du|de|des|les|le|la|:|\.)(?![a-z])/
const TO = /^(au|a|jusqu.a)(?![a-z])/
const AND = /^(et|,|;|puis)(?![a-z])/
const EITHER = /^(-+|\/)/
const CLOSED = /^fermee?s?(?![a-z])/
const NOON = /^midi(?![a-z])/
const DAY = new RegExp(`^(${DAYS.join('|')})s?(?![a-z])|^(${SHORT.join('|')})\\.?(?![a-z])`)
// In "9h 12h" the second number is an hour of its own.
const TIME = /^(\d{1,2}) ?h ?(\d{2})?(?! ?h|\d)|^(\d{1,2}):(\d{2})(?!\d)|^(\d{1,2}) ?h(?! ?\d{2}(?! ?h))/

/**
 * OSM `opening_hours` of hours written in French ("Du lundi au vendredi de 9h à 18h"). Null unless every word of them is
 * understood, days are named, and no day comes twice: hours that are half right send people to a closed door.
 */
export function hoursFromFrench(text: string): string | null {
  const tokens = tokensOf(text)
  const week = tokens && weekOf(tokens)
  return week?.some((spans) => spans.length > 0) ? weekSyntax(week) : null
}

/** Null where a word is not known. */
function tokensOf(text: string): Token[] | null {
  let rest = text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[‐-―−]/g, '-')
    .replaceAll(/\s+/g, ' ')
  const tokens: Token[] = []
  for (rest = rest.trim(); rest !== ''; rest = rest.trimStart()) {
    const next = tokenAt(rest)
    if (!next) return null
    if (next.token) tokens.push(next.token)
    rest = rest.slice(next.length)
  }
  return tokens
}

function tokenAt(rest: string): { token: Token | null; length: number } | null {
  const day = rest.match(DAY)
  if (day) {
    const at = day[1] ? DAYS.indexOf(day[1]) : SHORT.indexOf(day[2] ?? '')
    return { token: { is: 'day', day: at }, length: day[0].length }
  }
  const time = rest.match(TIME)
  if (time) {
    const minutes = Number(time[1] ?? time[3] ?? time[5]) * 60 + Number(time[2] ?? time[4] ?? 0)
    const sane = minutes <= 1440 && Number(time[2] ?? time[4] ?? 0) < 60
    return sane ? { token: { is: 'time', minutes }, length: time[0].length } : null
  }
  const words: [RegExp, Token | null][] = [
    [NOON, { is: 'time', minutes: 720 }],
    [CLOSED, { is: 'closed' }],
    [TO, { is: 'to' }],
    [AND, { is: 'and' }],
    [EITHER, { is: 'either' }],
    [FILLERS, null],
  ]
  for (const [pattern, token] of words) {
    const match = rest.match(pattern)
    if (match) return { token, length: match[0].length }
  }
  return null
}

/** Days, then what they share: their times or that they are closed; again until the end. */
function weekOf(tokens: Token[]): Week | null {
  const said = new Map<number, [number, number][]>()
  let at = 0
  const take = (kinds: Token['is'][]) => {
    const start = at
    while (at < tokens.length && kinds.includes(tokens[at]?.is ?? 'day')) at += 1
    return tokens.slice(start, at)
  }
  while (at < tokens.length) {
    const days = daysOf(take(['day', 'to', 'and', 'either']))
    const closed = tokens[at]?.is === 'closed'
    if (closed) at += 1
    const times = closed ? [] : timesOf(take(['time', 'to', 'and', 'either']))
    if (!days || !times || (closed && take(['to']).length > 0)) return null
    if (closed) take(['and', 'either'])
    for (const day of days) {
      if (said.has(day)) return null
      said.set(day, times)
    }
  }
  return said.size > 0 ? DAYS.map((_, day) => said.get(day) ?? []) : null
}

/** Which days are named; null where that can be read in two ways. */
function daysOf(tokens: Token[]): number[] | null {
  const days: number[] = []
  let link: Token['is'] | null = null
  for (const token of tokens) {
    if (token.is !== 'day') {
      // Several in a row ("-", ",") are one: the strongest.
      link = token.is === 'to' ? 'to' : (link ?? token.is)
      continue
    }
    const last = days.at(-1)
    if (last === undefined && link === 'to') return null
    if (last !== undefined && (link === 'to' || link === 'either')) {
      if (token.day <= last) return null
      for (let day = last + 1; day <= token.day; day += 1) days.push(day)
    } else days.push(token.day)
    link = null
  }
  if (link === 'to' || days.length === 0 || new Set(days).size < days.length) return null
  return days
}

/** Pairs of ascending times; null unless each pair is joined by what means "until" and none overlap. */
function timesOf(tokens: Token[]): [number, number][] | null {
  const spans: [number, number][] = []
  let begun: number | null = null
  let last = -1
  let link: Token['is'] | null = null
  for (const token of tokens) {
    if (token.is !== 'time') {
      link = link === 'and' || token.is === 'and' ? 'and' : token.is === 'to' ? 'to' : (link ?? token.is)
      continue
    }
    if (token.minutes <= last) return null
    if (begun === null) {
      if (link === 'to') return null
      begun = token.minutes
    } else {
      if (link === 'and') return null
      spans.push([begun, token.minutes])
      begun = null
    }
    last = token.minutes
    link = null
  }
  return begun === null && spans.length > 0 && spans.length <= 3 && link !== 'to' ? spans : null
}

const OSM_DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']

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
  const name = (day: number) => OSM_DAYS[day] ?? ''
  return runs.map(([from, to]) => (from === to ? name(from) : `${name(from)}-${name(to)}`)).join(',')
}
