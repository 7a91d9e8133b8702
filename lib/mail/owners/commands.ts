import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/routing'
import type { JobData, JobPayload } from '@/lib/jobs/schema'
import { outgoing, sender, sendLetter } from '@/lib/mail/commands'
import { deliver } from '@/lib/mail/delivery/commands'
import type { Sender } from '@/lib/mail/letters/schema'
import type { Letter } from '@/lib/mail/schema'
import { claimForMail, refusalForMail } from '@/lib/spaces/claims/queries'
import { correctionForOwner, ownerForMail } from '@/lib/spaces/owners/queries'
import {
  claimCodeLetter,
  claimRefusedLetter,
  correctionWaitsLetter,
  ownerJoinedLetter,
  ownerRemovedLetter,
  ownerWelcomeLetter,
} from './rules'

/** Mails a code that claims a place; one that was used or ran out meanwhile is not sent any more. Answers what was sent. */
export async function sendClaimCode(
  claimId: string,
  jobId: string,
): Promise<{ code: string; email: string } | null> {
  const found = await claimForMail(claimId)
  if (!found) return null
  const { email, locale } = found
  const mail = outgoing(claimCodeLetter(found, sender(locale)), email, `job-${jobId}`)
  return (await deliver(mail)) ? found : null
}

const homeOf = (locale: string) => `${env().appUrl}/${locale}`

/** Tells somebody that an administrator said no, while that is so. Answers whether it was sent. */
export async function tellRefused(claimId: string, jobId: string): Promise<boolean> {
  const found = await refusalForMail(claimId)
  if (!found) return false
  const { space, to, name, answer } = found
  const link = `${homeOf(to.locale)}/spaces/${space.id}/claim`
  const told = { name, place: space.name, answer, link }
  const letter = claimRefusedLetter(told, sender(to.locale as Locale))
  return sendLetter(letter, to, 'place', { messageKey: `job-${jobId}` })
}

type OwnerJob = Extract<JobPayload, { kind: 'owner_welcome' | 'owner_joined' | 'owner_removed' }>

/** Tells somebody what became of who keeps a place's page, while it is so. Answers whether it was sent. */
export async function tellOwner(job: OwnerJob, jobId: string): Promise<boolean> {
  const toldId = job.kind === 'owner_joined' ? job.toldId : job.freelancerId
  const [about, told] = await Promise.all([
    ownerForMail(job.spaceId, job.freelancerId),
    ownerForMail(job.spaceId, toldId),
  ])
  if (!about || !told) return false
  const letter = letterOf(job, about, told, sender(told.to.locale as Locale))
  return letter ? sendLetter(letter, told.to, 'place', { messageKey: `job-${jobId}` }) : false
}

/** Tells an owner that somebody would correct their page, while nobody has decided. Answers whether it was sent. */
export async function tellOfCorrection(
  { correctionId, toldId }: JobData<'correction_waits'>,
  jobId: string,
): Promise<boolean> {
  const told = await correctionForOwner(correctionId, toldId)
  if (!told) return false
  const { space, name, to } = told
  const link = `${homeOf(to.locale)}/me/spaces/${space.id}#corrections`
  const letter = correctionWaitsLetter({ name, place: space.name, link }, sender(to.locale as Locale))
  return sendLetter(letter, to, 'place', { messageKey: `job-${jobId}` })
}

type Person = NonNullable<Awaited<ReturnType<typeof ownerForMail>>>

function letterOf(
  job: OwnerJob,
  about: Person,
  { space, name, to, owner }: Person,
  from: Sender,
): Letter | null {
  const home = homeOf(to.locale)
  const mine = { name, place: space.name, link: `${home}/me/spaces/${space.id}` }
  switch (job.kind) {
    case 'owner_welcome':
      return owner && ownerWelcomeLetter(mine, from)
    case 'owner_removed':
      return owner
        ? null
        : ownerRemovedLetter({ ...mine, link: `${home}/spaces/${space.id}/claim`, note: job.note }, from)
    case 'owner_joined': {
      if (!owner || !about.owner) return null
      const { provenBy } = about.owner
      const domain = provenBy.slice(provenBy.lastIndexOf('@') + 1)
      return ownerJoinedLetter({ ...mine, other: about.name, domain }, from)
    }
  }
}
