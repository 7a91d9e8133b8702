import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/routing'
import type { JobData } from '@/lib/jobs/schema'
import { sender, sendLetter } from '@/lib/mail/commands'
import { ownerForMail } from '@/lib/spaces/owners/queries'
import { trialForMail } from '@/lib/spaces/trials/queries'
import { trialAnsweredLetter, trialAskedLetter } from './rules'

/** Tells an owner who asks for a first day, while that is open or was just agreed. Answers whether it was sent. */
export async function askOwner(job: JobData<'trial_asked'>, jobId: string): Promise<boolean> {
  const [trial, told] = await Promise.all([
    trialForMail(job.spaceId, job.freelancerId),
    ownerForMail(job.spaceId, job.toldId),
  ])
  if (!told?.owner || !trial || (trial.status !== 'open' && trial.status !== 'yes')) return false
  const { to, name } = told
  const link = `${env().appUrl}/${to.locale}/me/spaces/${job.spaceId}#trials`
  const letter = trialAskedLetter(trial, { name, link }, sender(to.locale as Locale))
  return sendLetter(letter, to, 'place', {
    messageKey: `job-${jobId}`,
    ...(trial.reachable ? { replyTo: { name: trial.name, address: trial.person.email } } : {}),
  })
}

/** Tells whoever asked for a first day what the owners say, while it is so. Answers whether it was sent. */
export async function tellTrial(job: JobData<'trial_answered'>, jobId: string): Promise<boolean> {
  const trial = await trialForMail(job.spaceId, job.freelancerId)
  if (!trial) return false
  const { person, space } = trial
  const link = `${env().appUrl}/${person.locale}/spaces/${space.id}#trial`
  const letter = trialAnsweredLetter(trial, link, sender(person.locale as Locale))
  return letter ? sendLetter(letter, person, 'place', { messageKey: `job-${jobId}` }) : false
}
