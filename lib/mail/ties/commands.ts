import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/routing'
import type { JobData } from '@/lib/jobs/schema'
import { sender, sendLetter } from '@/lib/mail/commands'
import { surelyUnsent } from '@/lib/mail/rules'
import { firstName } from '@/lib/rsvps/rules'
import { tieWith } from '@/lib/ties/queries'
import { readerOf } from './queries'
import { tieLetter } from './rules'

/**
 * Tells somebody that it is mutual, at most once, and only while it is: it is claimed before it leaves, and given back
 * only when the mail server surely took nothing. Answers whether it was sent.
 */
export async function tellOfTie(
  { personId, aboutId }: JobData<'tie_formed'>,
  jobId: string,
): Promise<boolean> {
  const [tie, reader] = await Promise.all([tieWith(personId, aboutId), readerOf(personId)])
  if (!tie || !reader) return false
  const glad = { personId, aboutId }
  const { count } = await db.glad.updateMany({ where: { ...glad, toldAt: null }, data: { toldAt: now() } })
  if (count === 0) return false
  const from = sender(reader.locale as Locale)
  const words = {
    name: reader.name,
    other: firstName(tie.name),
    page: `${env().appUrl}/${reader.locale}/me/people`,
  }
  try {
    return await sendLetter(tieLetter(words, from), { id: personId, email: reader.email }, 'people', {
      messageKey: `job-${jobId}`,
    })
  } catch (error) {
    if (surelyUnsent(error)) await db.glad.updateMany({ where: glad, data: { toldAt: null } })
    throw error
  }
}
