import { isGentle } from '@/lib/events/gentle/rules'
import { GENTLE, GOING, HOSTING } from './behaviours'
import { byShare } from './chance'
import { EVENT_MAILS, type State } from './state'
import type { Person } from './world'

/** Degrees of latitude in a kilometre. */
const KM = 1 / 111.2

/** What people host in all of the weeks: the same in every arm, but for what hosts may say about it. */
export function announce(state: State, saysGentle: boolean): void {
  const { world, weeks } = state
  for (const host of world.people) {
    if (world.draw('hosting', host.index) >= HOSTING.hosts) continue
    const every = byShare(HOSTING.everyWeeks, world.draw('hosting', host.index, 1)).weeks
    const first = Math.floor(world.draw('hosting', host.index, 2) * every)
    for (let week = first; week < weeks; week += every) announceOne(state, host, week, saysGentle)
  }
}

/** At the same hour and place each time, as series are. Nobody hosts on a half-day on which they cannot get away. */
function announceOne(state: State, host: Person, week: number, saysGentle: boolean): void {
  const { draw } = state.world
  const of = (trait: number) => draw('hosting', host.index, trait)
  const possible = HOSTING.halfDays.filter((half) => state.isFree(host.index, week, half))
  const half = possible[Math.floor(of(3) * possible.length)]
  if (half === undefined) return
  const { seats } = byShare(HOSTING.seats, of(4))
  const calm = saysGentle && draw('label', host.index) < GENTLE.labels
  // The host sits there too.
  const said = { quietPlace: calm, leaveWhenever: calm, noIntroductions: calm, capacity: seats - 1 }
  const gentle = isGentle(said)
  state.add({
    ...{ week, half, seats, guests: [host.index], hosted: true, listed: true, noShow: GOING.noShow },
    lat: host.lat + (of(5) - 0.5) * 2 * HOSTING.spread * KM,
    lng: host.lng + (of(6) - 0.5) * 2 * HOSTING.spread * KM,
    // Who comes to a gentle outing is told to nobody, before it or after (lib/meetings).
    ...{ gentle, isKnown: !gentle },
    greeter: saysGentle && draw('label', host.index, 1) < GENTLE.greeters,
    mails: EVENT_MAILS,
  })
}
