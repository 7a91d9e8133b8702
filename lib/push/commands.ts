import { createTranslator } from 'next-intl'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import en from '@/lib/i18n/messages/en.json'
import fr from '@/lib/i18n/messages/fr.json'
import type { Locale } from '@/lib/i18n/routing'
import { enqueue } from '@/lib/jobs/commands'
import type { JobData, JobPayload } from '@/lib/jobs/schema'
import { takeToken } from '@/lib/limits/commands'
import { log } from '@/lib/log'
import { guestLetterOf } from '@/lib/mail/commands'
import { type Ringer, seatNotice, usefulUntil } from '@/lib/push/notices/rules'
import { ok, type Result, refuse } from '@/lib/result'
import { rsvpForMail } from '@/lib/rsvps/queries'
import { quietHours, wants } from '@/lib/settings/queries'
import { ringAt } from '@/lib/settings/quiet/rules'
import { kindOfJob } from '@/lib/settings/rules'
import { type Device, deviceOf, devicesOf, pushKey } from './queries'
import { isPushEndpoint, type PushNotice, pushPayload, timeToLive, topicOf } from './rules'
import { PUSHED_JOBS, type PushedJob, type Subscription } from './schema'
import { postPush, type Send } from './service'

/** Browsers kept for one person: the newest ones. */
const MAX_DEVICES = 10

/** Subscriptions by one person in an hour. */
const LIMIT = { limit: 30, windowSeconds: 3600 }

/** This browser may be pushed to. Whoever used it before is pushed to no more. */
export async function subscribeDevice(
  actor: Actor,
  { endpoint, keys }: Subscription,
): Promise<Result<undefined, 'too_many'>> {
  if (!(await takeToken('push', actor.id, LIMIT, now()))) return refuse('too_many')
  const values = { userId: actor.id, ...keys }
  await db.pushSubscription.upsert({ where: { endpoint }, create: { endpoint, ...values }, update: values })
  const older = await db.pushSubscription.findMany({
    where: { userId: actor.id, endpoint: { not: endpoint } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: MAX_DEVICES - 1,
    select: { id: true },
  })
  await db.pushSubscription.deleteMany({ where: { id: { in: older.map(({ id }) => id) } } })
  return ok()
}

/** A browser that its push service no longer knows is forgotten. Throws when it has to be tried again. */
async function pushToDevice(device: Device, notice: PushNotice, useful: Date, send?: Send): Promise<boolean> {
  const { id, endpoint, p256dh, auth } = device
  // Checked when it was stored, too: rules may have become stricter since.
  const known = isPushEndpoint(endpoint)
  const delivery = { ttl: timeToLive(useful, now()), topic: topicOf(notice.tag) }
  const subscription = { endpoint, keys: { p256dh, auth } }
  const status = known ? await postPush(subscription, pushPayload(notice), delivery, send) : 410
  if (status === 404 || status === 410) {
    await db.pushSubscription.deleteMany({ where: { id } })
    return false
  }
  if (status < 200 || status > 299) throw new Error(`the push service answered ${status}`)
  return true
}

/** Rings at once on every browser of somebody, each at most once; what fails is lost. Answers how many took it. */
export async function pushToAll(
  userId: string,
  notice: PushNotice,
  useful: Date,
  send?: Send,
): Promise<number> {
  if (pushKey() === null) return 0
  const rung = await Promise.all(
    (await devicesOf(userId)).map((device) =>
      pushToDevice(device, notice, useful, send).catch((err) => {
        log.warn({ err }, 'a push was lost')
        return false
      }),
    ),
  )
  return rung.filter(Boolean).length
}

const isPushed = (kind: JobPayload['kind']): kind is PushedJob => PUSHED_JOBS.some((one) => one === kind)

/**
 * What a mail has just told a guest also rings: a job for each browser, after the guest's quiet hours. Where they outlast
 * its use, the mail has to do. Answers how many were written.
 */
export async function queuePushes({
  kind,
  rsvpId,
}: Extract<JobPayload, { rsvpId: string }>): Promise<number> {
  if (!isPushed(kind) || pushKey() === null) return 0
  const rsvp = await rsvpForMail(rsvpId)
  const useful = rsvp && !rsvp.quiet && usefulUntil(kind, rsvp)
  if (!useful || !(await wants(rsvp.freelancerId, kindOfJob(kind), 'push'))) return 0
  const quiet = quietHours(rsvp.freelancer.user, rsvp.event.timeZone)
  const runAt = ringAt(now(), useful, quiet, now())
  if (!runAt) return 0
  const devices = await devicesOf(rsvp.freelancerId)
  await db.$transaction(async (tx) => {
    for (const { id } of devices) await enqueue(tx, 'push', { deviceId: id, rsvpId, about: kind }, runAt)
  })
  return devices.length
}

/** Rings on one browser about a guest's seat, unless it is no longer so. Throws when it has to be tried again. */
export async function pushAboutSeat(job: JobData<'push'>, send?: Send): Promise<boolean> {
  const rsvp = await rsvpForMail(job.rsvpId)
  const useful = rsvp && !rsvp.quiet && usefulUntil(job.about, rsvp)
  if (!useful || useful <= now()) return false
  const device = await deviceOf(job.deviceId, rsvp.freelancerId)
  if (!device) return false
  const { outing, sender } = guestLetterOf(rsvp)
  const notice = seatNotice(rsvp.id, job.about, outing, useful, ringer(sender.locale))
  return pushToDevice(device, notice, useful, send)
}

/** Who rings, in a person's language. */
export function ringer(locale: Locale): Ringer {
  const words: Ringer['words'] = createTranslator({
    locale,
    messages: locale === 'fr' ? fr : en,
    namespace: 'pushes',
  })
  return { locale, words, now: now() }
}
