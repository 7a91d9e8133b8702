import { Client } from 'pg'
import { purgeCodes } from '@/lib/accounts/codes/commands'
import { forgetUnproven } from '@/lib/accounts/commands'
import { purgeSessions } from '@/lib/accounts/sessions/commands'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { topUpSeries } from '@/lib/events/series/commands'
import { purgeTakings } from '@/lib/limits/commands'
import { log } from '@/lib/log'
import { sendCode, sendToGuest } from '@/lib/mail/commands'
import { tellHost } from '@/lib/mail/hosts/commands'
import { sendHostInvite } from '@/lib/mail/invites/commands'
import { tellOfSeries } from '@/lib/mail/series/commands'
import { closeTransport } from '@/lib/mail/transport'
import { pushAboutSeat, queuePushes } from '@/lib/push/commands'
import { remind } from '@/lib/reminders/commands'
import { queueReminders } from '@/lib/reminders/queue/commands'
import { SCAN_EVERY } from '@/lib/reminders/rules'
import { fillSeats } from '@/lib/rsvps/commands'
import { type ClaimedJob, claimJobs, failJob, fanOut, finishJob, purgeJobs } from './commands'
import { nextDue } from './queries'
import { idleFor, KEEP_DONE } from './rules'

/** Jobs done side by side: a mail mostly waits for its server. */
const BATCH = 8
/** Milliseconds. A notification may be lost with its connection; the table is looked at this often all the same. */
const LONGEST_SLEEP = 15_000
const RECONNECT_AFTER = 2_000
const PURGE_EVERY = 3600_000

/** Does what a job asks for. Throws when it has to be tried again. */
async function perform(job: ClaimedJob): Promise<void> {
  const { payload } = job
  switch (payload.kind) {
    case 'sign_in_code': {
      const sent = await sendCode(payload.codeId, job.id)
      // In the demo a phone on the same network cannot read /inbox: the terminal shows the code.
      if (sent && env().demo) process.stdout.write(`  Code for ${sent.email}: ${sent.code}\n`)
      return
    }
    case 'event_changed':
      return fanOut(job, 'guest_told_change', payload.eventId, now())
    case 'event_cancelled':
      return fanOut(job, 'guest_told_cancellation', payload.eventId, now())
    case 'hold_expired':
      await fillSeats(payload.eventId)
      return
    case 'series_joined':
      await tellOfSeries(payload, job.id)
      return
    case 'guest_asks':
      await tellHost(payload, job.id)
      return
    case 'host_invited':
      await sendHostInvite(payload.inviteId, job.id)
      return
    case 'push':
      await pushAboutSeat(payload)
      return
    case 'reminder':
      await remind(payload)
      return
    case 'forget_unproven':
      return forgetUnproven(payload.userId)
    default:
      await sendToGuest(payload, job.id)
      await queuePushes(payload)
  }
}

async function work(job: ClaimedJob): Promise<void> {
  const subject = { job: String(job.id), kind: job.payload.kind, attempt: job.attempts }
  try {
    await perform(job)
    await finishJob(job.id, now())
  } catch (err) {
    const lost = await failJob(job, err instanceof Error ? err.message : String(err), now())
    log[lost ? 'error' : 'warn'](
      { err, ...subject },
      lost ? 'a job was given up' : 'a job failed and will be tried again',
    )
  }
}

/** Forgets what is over and makes what is to come: nobody has to remember to. */
async function sweep(at: Date): Promise<void> {
  await purgeJobs(new Date(at.getTime() - KEEP_DONE))
  await purgeTakings(at)
  await purgeCodes(at)
  await purgeSessions(at)
  await topUpSeries(at)
}

/** Does everything that is due. Answers how many jobs were taken up. */
export async function drain(signal?: AbortSignal): Promise<number> {
  let done = 0
  while (!signal?.aborted) {
    const jobs = await claimJobs(now(), BATCH)
    if (jobs.length === 0) break
    await Promise.all(jobs.map(work))
    done += jobs.length
  }
  return done
}

/**
 * Does jobs as they come, until the signal; what was begun is finished first. Several workers may run side by side.
 * Never rejects while the database is away: it waits for it to come back.
 */
export async function startWorker({ signal }: { signal: AbortSignal }): Promise<void> {
  const bell = new Bell(signal)
  let purgeAt = 0
  let remindAt = 0
  while (!signal.aborted) {
    try {
      await bell.connect()
      if (now().getTime() >= remindAt) {
        await queueReminders()
        remindAt = now().getTime() + SCAN_EVERY
      }
      await drain(signal)
      if (now().getTime() >= purgeAt) {
        await sweep(now())
        purgeAt = now().getTime() + PURGE_EVERY
      }
      await bell.wait(idleFor(await nextDue(), now(), LONGEST_SLEEP))
    } catch (err) {
      log.warn({ err }, 'the worker lost the database and will try again')
      await bell.wait(RECONNECT_AFTER)
    }
  }
  await bell.close()
  closeTransport()
}

/** Rings when a job is written, when a time is up, or when it is time to stop. */
class Bell {
  private client: Client | undefined
  private rang = false
  private wake: () => void = () => {}

  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener('abort', () => this.ring(), { once: true })
  }

  private ring() {
    this.rang = true
    this.wake()
  }

  async connect(): Promise<void> {
    if (this.client) return
    const client = new Client({ connectionString: env().databaseUrl, application_name: 'cafetiere worker' })
    client.on('notification', () => this.ring())
    const lost = () => {
      if (this.client !== client) return
      this.client = undefined
      this.ring()
    }
    client.on('error', lost)
    client.on('end', lost)
    await client.connect()
    await client.query('LISTEN jobs')
    this.client = client
  }

  /** Resolves at the next ring, also one that came since the last wait, or after so many milliseconds. */
  async wait(milliseconds: number): Promise<void> {
    if (!this.rang && !this.signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds)
        this.wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    this.rang = false
    this.wake = () => {}
  }

  async close(): Promise<void> {
    const { client } = this
    this.client = undefined
    client?.removeAllListeners('end')
    await client?.end()
  }
}
