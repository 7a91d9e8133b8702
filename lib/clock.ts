/** The present instant. The only place that reads the machine's clock: everything else takes `now`. */
export function now(): Date {
  return new Date()
}
