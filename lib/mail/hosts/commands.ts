import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/routing'
import type { JobPayload } from '@/lib/jobs/schema'
import { sender, sendLetter } from '@/lib/mail/commands'
import { guestForHost } from './queries'
import { guestAsksLetter } from './rules'

type HostJob = Extract<JobPayload, { hostId: string; rsvpId: string }>

/** Tells a host that somebody asks to come, while that is still so and they want to hear of it. Answers whether it was sent. */
export async function tellHost(job: HostJob, jobId: string): Promise<boolean> {
  const found = await guestForHost(job.rsvpId, job.hostId)
  if (found?.status !== 'asked') return false
  const { host, event } = found
  const from = sender(host.locale as Locale)
  const list = `${env().appUrl}/${host.locale}/host/${event.id}`
  const to = { id: job.hostId, email: host.email }
  return sendLetter(guestAsksLetter({ ...found, list }, from), to, 'hosting', { messageKey: `job-${jobId}` })
}
