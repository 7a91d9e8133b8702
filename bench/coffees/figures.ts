import { type Gathering, meeting, type Person } from '@/lib/coffees/gathering/rules'

/** What a round is, in figures that people would understand. */
export function figures(rounds: { gathering: Gathering; tables: Person[][] }[]) {
  let [seated, repeats, pleased, otherTrade, sharedInterest, km] = [0, 0, 0, 0, 0, 0]
  for (const { gathering, tables } of rounds) {
    for (const table of tables.filter(({ length }) => length > 1)) {
      seated += table.length
      const pair = table.length === 2
      pleased += table.filter(({ size }) => (size === 'pair') === pair).length
      for (const [i, a] of table.entries()) {
        for (const b of table.slice(i + 1)) {
          const one = meeting(gathering, a, b)
          if (!one) throw new Error(`${a.id} and ${b.id} can't meet.`)
          if (one.roundsAgo !== undefined) repeats++
          if (one.otherTrade) otherTrade += pair ? 2 : 1
          if (one.sharedInterest) sharedInterest += pair ? 2 : 1
          km += pair ? one.km : one.km / 2
        }
      }
    }
  }
  const share = (part: number) => `${((100 * part) / seated).toFixed(1)} %`
  return {
    seated,
    repeats,
    'size chosen': share(pleased),
    'other trade': share(otherTrade),
    'shared interest': share(sharedInterest),
    'km in all': Math.round(km),
  }
}
