/**
 * Codes have a queue of their own: people wait for them, and a thousand notices must not stand before them. So have
 * imports, which take as long as everything else together.
 */
export const QUEUES = ['codes', 'work', 'imports'] as const

/** Where jobs lie that were tried often enough, each with its last error, until somebody looks. */
export const DEAD = 'dead'

/** What recurs by the calendar. */
export const RECURRING = 'recurring'

/** Seconds. */
const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Tries before a job is given up: the last one comes one to two hours after the first. */
export const MAX_ATTEMPTS = 8

/** A pause of 30 s that doubles up to an hour. A job whose process died comes back after five minutes. */
const TRIED_AGAIN = {
  retryLimit: MAX_ATTEMPTS - 1,
  retryDelay: 30,
  retryBackoff: true,
  retryDelayMax: HOUR,
  expireInSeconds: 5 * MINUTE,
  /** Finished jobs are kept a week for whoever wonders what was sent. */
  deleteAfterSeconds: 7 * DAY,
}

/** An import may take hours; its process says every minute that it is alive, and goes on elsewhere when it is not. */
const LONG_WORK = { expireInSeconds: 12 * HOUR, heartbeatSeconds: MINUTE }

/** The queues as the platform sets them up, each after what it names. Times are in seconds, pg-boss' unit. */
export const QUEUE_SETTINGS = [
  { name: DEAD, retentionSeconds: 90 * DAY, deleteAfterSeconds: DAY },
  // Kept from when a job is due; whoever was away for a month is told all the same.
  ...QUEUES.map((name) => ({
    name,
    deadLetter: DEAD,
    notify: true,
    retentionSeconds: 60 * DAY,
    ...TRIED_AGAIN,
    ...(name === 'imports' ? LONG_WORK : {}),
  })),
  { name: RECURRING, deadLetter: DEAD, ...TRIED_AGAIN, retryLimit: 2 },
]
