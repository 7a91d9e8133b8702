import { env } from '@/lib/env'
import { inviteToken, localeOfAddress, openInvite } from '@/lib/events/hosts/queries'
import type { Locale } from '@/lib/i18n/routing'
import { outgoing, sender } from '@/lib/mail/commands'
import { deliver } from '@/lib/mail/delivery/commands'
import { isSuppressed } from '@/lib/safety/queries'
import { hostInviteLetter } from './rules'

/**
 * Mails an invitation to co-host while it is open. Like a code it is asked for once by a person and limited by address;
 * its link takes no further mail, because there is none. Answers whether it was sent.
 */
export async function sendHostInvite(inviteId: string, jobId: string): Promise<boolean> {
  const invite = await openInvite(inviteId)
  if (invite?.event.status === 'cancelled' || !invite) return false
  if (await isSuppressed(invite.email)) return false
  const locale = ((await localeOfAddress(invite.email)) ?? invite.invitedBy.user.locale) as Locale
  const link = `${env().appUrl}/${locale}/cohost/${inviteToken(inviteId)}`
  const letter = hostInviteLetter(invite, link, sender(locale))
  return deliver(outgoing(letter, invite.email, `job-${jobId}`))
}
