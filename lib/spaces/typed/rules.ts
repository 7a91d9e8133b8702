import type { LatLng } from '@/lib/geo/types'
import { hoursFromFrench } from '@/lib/imports/hours/rules'
import type { Changes, SpaceForm } from '@/lib/spaces/edits/schema'
import { type HoursPlace, hoursSyntax } from '@/lib/spaces/hours/rules'

/** Hours in OSM syntax, or in the words they were typed in where those cannot be read; both null where unknown. */
export type TypedHours = { openingHours: string | null; hoursText: string | null }

/** English said in French, which the reader of hours knows; longer words first. */
const ENGLISH: [RegExp, string][] = [
  [/\b(every ?day|daily|7 days a week)\b/g, 'lundi au dimanche'],
  [/\b(tous les jours|7 ?j(ours)? ?(sur|\/) ?7)\b/g, 'lundi au dimanche'],
  [/\bweekdays\b/g, 'lundi au vendredi'],
  [/\bweek-?ends?\b/g, 'samedi et dimanche'],
  [/\bmon(days?)?\b\.?/g, 'lundi'],
  [/\btue(s|sdays?)?\b\.?/g, 'mardi'],
  [/\bwed(nesdays?)?\b\.?/g, 'mercredi'],
  [/\bthu(rs?|rsdays?)?\b\.?/g, 'jeudi'],
  [/\bfri(days?)?\b\.?/g, 'vendredi'],
  [/\bsat(urdays?)?\b\.?/g, 'samedi'],
  [/\bsun(days?)?\b\.?/g, 'dimanche'],
  [/\bclosed\b( on)?/g, 'fermé'],
  [/\b(opening hours|open|from|on|the)\b/g, ' '],
  [/\b(to|until|till|through|thru)\b/g, 'à'],
  [/\b(and|then|&)(?= |$)/g, 'et'],
  [/\bnoon\b/g, 'midi'],
  [/\bmidnight\b/g, '24h'],
]

/** "9am", "6:30 p.m.", "12pm" on a clock of 24 hours; "13pm" is left for nobody to understand. */
const AM_PM = /\b(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\b\.?/g

/** ", fermé le dimanche": the reader of hours wants the day first. */
const CLOSED_ON =
  /(^|[,;\n]\s*)fermée? +(?:le +)?(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?(?= *($|[,;\n]))/g

function inFrench(text: string): string {
  const clocked = text.toLowerCase().replaceAll(AM_PM, (as, hour, minutes = '', half) => {
    const hours = Number(hour)
    if (hours < 1 || hours > 12) return as
    return `${(hours % 12) + (half === 'p' ? 12 : 0)}h${minutes}`
  })
  return ENGLISH.reduce((words, [pattern, french]) => words.replaceAll(pattern, french), clocked).replaceAll(
    CLOSED_ON,
    '$1$2 fermé',
  )
}

/**
 * Hours as somebody typed them: in French or English words or in OSM syntax. Where they cannot be read for sure, they
 * stay in their words: hours that are half right send people to a closed door.
 */
export function readHours(typed: string | null, place: HoursPlace): TypedHours {
  if (!typed) return { openingHours: null, hoursText: null }
  const openingHours = hoursFromFrench(typed) ?? hoursSyntax(typed, place) ?? hoursFromFrench(inFrench(typed))
  return openingHours ? { openingHours, hoursText: null } : { openingHours: null, hoursText: typed }
}

/** What a form says, as columns of a space that stands, or will, at `place`. An empty position says nothing. */
export function columnsSaid(
  { hours, position, ...rest }: SpaceForm,
  place: LatLng & { country: string },
): Changes {
  const at = { ...place, ...position, country: rest.country ?? place.country }
  const said: Changes = {
    ...rest,
    ...(position ? { lat: position.lat, lng: position.lng } : {}),
    ...(hours === undefined ? {} : readHours(hours, at)),
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
}
