// Apart from times/rules, whose calendar library a phone need not fetch.

/** Minutes since midnight of `HH:MM`. */
export const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** `HH:MM` of so many minutes after midnight, on whatever day that is. */
export function clockOf(minutes: number): string {
  const inDay = ((minutes % 1440) + 1440) % 1440
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}

/** The end that keeps the length when the start moves. */
export const movedEnd = (oldStart: string, oldEnd: string, newStart: string) =>
  clockOf(minutesOf(newStart) + minutesOf(oldEnd) - minutesOf(oldStart))
