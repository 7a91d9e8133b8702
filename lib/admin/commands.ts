import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { withBoss } from '@/lib/jobs/boss'
import { DEAD } from '@/lib/jobs/rules'
import { takeToken } from '@/lib/limits/commands'
import { outgoing, sender } from '@/lib/mail/commands'
import { smtpAnswer } from '@/lib/mail/delivery/rules'
import { sendMail } from '@/lib/mail/transport'
import { ok, type Result, refuse } from '@/lib/result'
import { isAdmin } from './queries'
import { testLetter } from './rules'

const TEST_MAILS = { limit: 20, windowSeconds: 3600 }

/** Puts a given-up job back into its queue, or all of them. Answers how many; it keeps the id that its mails are named after. */
export async function retryDead(actor: Actor, job: string): Promise<Result<number, 'forbidden'>> {
  if (!isAdmin(actor)) return refuse('forbidden')
  return ok(await withBoss((boss) => boss.redrive(DEAD, job === 'all' ? {} : { ids: [job] })))
}

/** Throws a given-up job away, or all of them: what it was to tell is told to nobody. Answers how many. */
export async function discardDead(actor: Actor, job: string): Promise<Result<number, 'forbidden'>> {
  if (!isAdmin(actor)) return refuse('forbidden')
  return ok(
    await withBoss(async (boss) => {
      const one = job === 'all' ? {} : { id: job }
      const ids = (await boss.findJobs(DEAD, { queued: true, ...one })).map(({ id }) => id)
      if (ids.length > 0) await boss.deleteJob(DEAD, ids)
      return ids.length
    }),
  )
}

export interface TestMail {
  taken: boolean
  /** What the SMTP server said, or why it could not be asked. */
  answer: string
  milliseconds: number
}

/** Sends a mail to the administrator at once, past the queue. Answers what the SMTP server said. */
export async function sendTestMail(actor: Actor): Promise<Result<TestMail, 'forbidden' | 'too_many_mails'>> {
  if (!isAdmin(actor)) return refuse('forbidden')
  if (!(await takeToken('test-mail', actor.id, TEST_MAILS, now()))) return refuse('too_many_mails')
  const mail = outgoing(testLetter(sender(actor.locale)), actor.email, `test-${randomUUID()}`)
  const begun = now().getTime()
  const outcome = await sendMail(mail).then(
    (answer) => ({ taken: true, answer }),
    (error: unknown) => ({ taken: false, answer: smtpAnswer(error) }),
  )
  return ok({ ...outcome, milliseconds: now().getTime() - begun })
}
