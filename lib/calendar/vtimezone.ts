import { Temporal } from 'temporal-polyfill'

/** One stretch of constant UTC offset. Offsets are in minutes east of UTC; `start` is UTC. */
interface Observance {
  start: Temporal.Instant
  offsetFrom: number
  offsetTo: number
}

const MINUTE = 60e9

/** The observances of an IANA zone that cover [from, to], the one in force at `from` included. */
function observances(zone: string, from: Temporal.Instant, to: Temporal.Instant): Observance[] {
  const atFrom = from.toZonedDateTimeISO(zone)
  let transition = atFrom.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  if (!transition) {
    const offset = atFrom.offsetNanoseconds / MINUTE
    const start = Temporal.Instant.from('1970-01-01T00:00:00Z').subtract({ minutes: offset })
    return [{ start, offsetFrom: offset, offsetTo: offset }]
  }
  const found: Observance[] = []
  while (transition && Temporal.Instant.compare(transition.toInstant(), to) <= 0) {
    const before = transition.subtract({ nanoseconds: 1 })
    found.push({
      start: transition.toInstant(),
      offsetFrom: before.offsetNanoseconds / MINUTE,
      offsetTo: transition.offsetNanoseconds / MINUTE,
    })
    transition = transition.getTimeZoneTransition('next')
  }
  return found
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(size / 60)}${two(size % 60)}`
}

/** DTSTART of an observance is the wall time of the offset that ends there (RFC 5545 §3.6.5). */
function wallText({ start, offsetFrom }: Observance): string {
  const wall = start.add({ minutes: offsetFrom }).toZonedDateTimeISO('UTC').toPlainDateTime()
  return wall.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
}

/**
 * VTIMEZONE of an IANA zone (RFC 5545 §3.6.5), exact from `from` to `to`, a year beyond on either side.
 * Every change of offset is written out instead of an RRULE: rules such as Morocco's follow the moon.
 */
export function vtimezone(zone: string, from: Date, to: Date): string {
  const year = 366 * 24
  const first = Temporal.Instant.fromEpochMilliseconds(from.getTime()).subtract({ hours: year })
  const last = Temporal.Instant.fromEpochMilliseconds(to.getTime()).add({ hours: year })
  const all = observances(zone, first, last)
  const lowest = Math.min(...all.map((observance) => observance.offsetTo))
  const lines = all.flatMap((observance) => {
    const name = observance.offsetTo > lowest ? 'DAYLIGHT' : 'STANDARD'
    return [
      `BEGIN:${name}`,
      `DTSTART:${wallText(observance)}`,
      `TZOFFSETFROM:${offsetText(observance.offsetFrom)}`,
      `TZOFFSETTO:${offsetText(observance.offsetTo)}`,
      `END:${name}`,
    ]
  })
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...lines, 'END:VTIMEZONE'].join('\r\n')
}
