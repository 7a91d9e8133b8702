import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { JobResult, JobWithMetadata } from 'pg-boss'
import { forgetUnproven } from '@/lib/accounts/commands'
import { now } from '@/lib/clock'
import { decideDue } from '@/lib/coffees/commands'
import { env } from '@/lib/env'
import { publishDue } from '@/lib/events/publishing/commands'
import { performRun, undoAsked } from '@/lib/imports/performing/commands'
import { log } from '@/lib/log'
import { remindOfCoffee, tellOfCoffee, tellPaused } from '@/lib/mail/coffees/commands'
import { sendCode, sendToGuest } from '@/lib/mail/commands'
import { tellCorrector } from '@/lib/mail/corrections/commands'
import { tellGreeter } from '@/lib/mail/greeters/commands'
import { fanOutToGroup, tellMember } from '@/lib/mail/groups/commands'
import { tellHost } from '@/lib/mail/hosts/commands'
import { sendHostInvite } from '@/lib/mail/invites/commands'
import { fanOutMessage, tellMessage } from '@/lib/mail/messages/commands'
import { sendClaimCode, tellOfCorrection, tellOwner, tellRefused } from '@/lib/mail/owners/commands'
import { sendRhythmLetter } from '@/lib/mail/rhythm/commands'
import { takeStep } from '@/lib/mail/safety/commands'
import { tellOfSeries } from '@/lib/mail/series/commands'
import { recap, thank } from '@/lib/mail/thanks/commands'
import { tellOfTie } from '@/lib/mail/ties/commands'
import { closeTransport } from '@/lib/mail/transport'
import { askOwner, tellTrial } from '@/lib/mail/trials/commands'
import { askFace, tellWisher } from '@/lib/mail/wishes/commands'
import { pushAboutSeat, queuePushes } from '@/lib/push/commands'
import { remind } from '@/lib/reminders/commands'
import { fillSeats } from '@/lib/rsvps/commands'
import { draftAround, passFace } from '@/lib/wishes/drafts/commands'
import { guardConnections, newBoss, withBoss } from './boss'
import { type ClaimedJob, fanOut } from './commands'
import { RECURRING_TASKS } from './recurring'
import { QUEUES, RECURRING } from './rules'
import { jobSchema } from './schema'

/** How many jobs are done side by side: a mail mostly waits for its server. */
const CONCURRENCY = { batchSize: 4, localConcurrency: 2 }

/**
 * Seconds between two looks at a queue. A notification starts a new job at once; looking finds those that were written
 * for later, and every job while notifications do not come through.
 */
const POLLING = { notifyPollingIntervalSeconds: 5, pollingIntervalSeconds: 0.5, burstWhenBatchFull: true }

/** Milliseconds. */
const RECONNECT_AFTER = 2_000
/** Longer than a mail may take (lib/mail/transport.ts). */
const STOP_TIMEOUT = 60_000

/** How an import is done, or taken back: here, or in a process of its own. */
export type ImportWork = (runId: string, undo: boolean, signal?: AbortSignal) => Promise<void>

const importHere: ImportWork = (runId, undo, signal) => (undo ? undoAsked(runId) : performRun(runId, signal))

/** What whoever runs the worker decides. */
type Setting = { signal?: AbortSignal; importRun: ImportWork }

/** Does what a job asks for. Throws when it has to be tried again. */
async function perform(job: ClaimedJob, { signal, importRun }: Setting): Promise<void> {
  const { payload } = job
  switch (payload.kind) {
    case 'sign_in_code': {
      const sent = await sendCode(payload.codeId, job.id)
      // In the demo a phone on the same network cannot read /inbox: the terminal shows the code.
      if (sent && env().demo) process.stdout.write(`  Code for ${sent.email}: ${sent.code}\n`)
      return
    }
    case 'event_changed':
      return fanOut(job, 'guest_told_change', [payload.eventId, ...payload.others], now())
    case 'event_cancelled':
      return fanOut(job, 'guest_told_cancellation', [payload.eventId, ...payload.others], now())
    case 'hold_expired':
      await fillSeats(payload.eventId)
      return
    case 'series_joined':
      await tellOfSeries(payload, job.id)
      return
    case 'guest_asks':
      await tellHost(payload, job.id)
      return
    case 'group_event':
      return fanOutToGroup(payload.eventId)
    case 'member_told_event':
      await tellMember(payload)
      return
    case 'tie_formed':
      await tellOfTie(payload, job.id)
      return
    case 'publish_draft':
      await publishDue(payload)
      return
    case 'host_invited':
      await sendHostInvite(payload.inviteId, job.id)
      return
    case 'greeter_asked':
      await tellGreeter(payload, job.id)
      return
    case 'push':
      await pushAboutSeat(payload)
      return
    case 'reminder':
      await remind(payload)
      return
    case 'host_message':
      return fanOutMessage(payload)
    case 'guest_told_message':
      await tellMessage(payload)
      return
    case 'thanks':
      await thank(payload.rsvpId)
      return
    case 'recap':
      await recap(payload)
      return
    case 'wish_dropped':
      await draftAround(payload.freelancerId)
      return
    case 'wish_face':
      if (!(await askFace(payload))) await passFace(payload)
      return
    case 'wish_face_silent':
      return passFace(payload)
    case 'wish_told':
      await tellWisher(payload)
      return
    case 'coffee_proposed':
    case 'coffee_agreed':
    case 'coffee_smaller':
    case 'coffee_lapsed':
    case 'coffee_off':
    case 'coffee_after':
      await tellOfCoffee(payload, job.id)
      return
    case 'coffee_reminder':
      await remindOfCoffee(payload)
      return
    case 'coffee_paused':
      await tellPaused(payload, job.id)
      return
    case 'rhythm_letter':
      await sendRhythmLetter(payload)
      return
    case 'import_run':
      return importRun(payload.runId, payload.undo, signal)
    case 'correction_decided':
      await tellCorrector(payload.correctionId, job.id)
      return
    case 'coffee_due':
      return decideDue(payload.coffeeId)
    case 'trusted_step':
      await takeStep(payload.contactId)
      return
    case 'claim_code': {
      const sent = await sendClaimCode(payload.claimId, job.id)
      if (sent && env().demo) process.stdout.write(`  Code for ${sent.email}: ${sent.code}\n`)
      return
    }
    case 'claim_refused':
      await tellRefused(payload.claimId, job.id)
      return
    case 'owner_welcome':
    case 'owner_joined':
    case 'owner_removed':
      await tellOwner(payload, job.id)
      return
    case 'correction_waits':
      await tellOfCorrection(payload, job.id)
      return
    case 'trial_asked':
      await askOwner(payload, job.id)
      return
    case 'trial_answered':
      await tellTrial(payload, job.id)
      return
    case 'forget_unproven':
      return forgetUnproven(payload.userId)
    default:
      await sendToGuest(payload, job.id)
      await queuePushes(payload)
  }
}

/** Does one job and answers what became of it, for pg-boss to note. */
async function work(job: JobWithMetadata<unknown>, setting: Setting): Promise<JobResult> {
  const parsed = jobSchema.safeParse(job.data)
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`)
    return settled(job, 'deadletter', `not understood: ${faults.join(', ')}`)
  }
  try {
    await perform({ id: job.sourceRootId ?? job.id, payload: parsed.data }, setting)
    return { id: job.id, status: 'completed' }
  } catch (err) {
    const lost = job.retryCount >= job.retryLimit
    log[lost ? 'error' : 'warn'](
      { err, job: job.id, kind: parsed.data.kind, attempt: job.retryCount + 1 },
      lost ? 'a job was given up' : 'a job failed and will be tried again',
    )
    return settled(job, 'failed', err instanceof Error ? err.message : String(err))
  }
}

/** The reason is shown to the administrator. */
function settled(job: JobWithMetadata<unknown>, status: 'failed' | 'deadletter', reason: string): JobResult {
  return { id: job.id, status, output: { message: reason.slice(0, 1000) } }
}

const workAll = (jobs: JobWithMetadata<unknown>[], setting: Setting) =>
  Promise.all(jobs.map((job) => work(job, setting)))

/** Does everything that is due now, as the worker would. Answers how many jobs were taken up. */
export async function drain(): Promise<number> {
  return withBoss(async (boss) => {
    let done = 0
    for (const queue of QUEUES) {
      for (;;) {
        const jobs = await boss.fetch<unknown>(queue, { batchSize: 8, includeMetadata: true })
        if (jobs.length === 0) break
        for (const { id, status, output } of await workAll(jobs, { importRun: importHere })) {
          await (status === 'completed' ? boss.complete(queue, id) : boss.fail(queue, id, output))
        }
        done += jobs.length
      }
    }
    return done
  })
}

/**
 * Does jobs as they come, until the signal; what was begun is finished first. Several workers may run side by side.
 * Never rejects: while the database is away it waits for it to come back.
 */
export async function startWorker({
  signal,
  importRun = importHere,
}: {
  signal: AbortSignal
  importRun?: ImportWork
}): Promise<void> {
  while (!signal.aborted) {
    try {
      await workUntil(signal, importRun)
    } catch (err) {
      if (signal.aborted) break
      log.warn({ err }, 'the worker cannot reach the database and will try again')
      await pause(RECONNECT_AFTER, undefined, { signal }).catch(() => {})
    }
  }
  closeTransport()
}

async function workUntil(signal: AbortSignal, importRun: ImportWork): Promise<void> {
  const boss = newBoss({ useListenNotify: true, max: 6 })
  try {
    await boss.start()
    guardConnections(boss)
    for (const [kind, { cron }] of Object.entries(RECURRING_TASKS)) {
      await boss.schedule(RECURRING, cron, { kind }, { key: kind, missed: 'once' })
    }
    const options = { ...POLLING, ...CONCURRENCY, perJobResults: true, includeMetadata: true } as const
    for (const queue of QUEUES)
      await boss.work<unknown, unknown, typeof options>(queue, options, (jobs) =>
        workAll(jobs, { signal, importRun }),
      )
    await boss.work<{ kind: string }>(RECURRING, async ([job]) =>
      RECURRING_TASKS[job?.data.kind ?? '']?.run(),
    )
    if (!signal.aborted) await once(signal, 'abort')
  } finally {
    await boss.stop({ graceful: true, timeout: STOP_TIMEOUT })
  }
}
