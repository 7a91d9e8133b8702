import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { log } from '@/lib/log'
import type { OutgoingMail } from '@/lib/mail/schema'
import { sendMail } from '@/lib/mail/transport'
import { refusalOf } from './rules'

/**
 * Hands a mail to the SMTP server. False when it refused the address for good: trying again would only harm the
 * instance's name, so that is noted and nothing more is written there until its owner says so, or proves it anew by a
 * code. Throws when the mail may still leave later.
 */
export async function deliver(mail: OutgoingMail): Promise<boolean> {
  try {
    await sendMail(mail)
    return true
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === null) throw error
    log.info({ refusal: refusal.slice(0, 9), mail: mail.messageKey }, 'an address was refused for good')
    await db.user.updateMany({
      where: { email: mail.to },
      data: { mailRefusedAt: now(), mailRefusal: refusal },
    })
    // Whoever waits for a code there is told on its page.
    await db.signInCode.updateMany({
      where: { email: mail.to, usedAt: null, expiresAt: { gt: now() } },
      data: { refusedAt: now() },
    })
    await db.spaceClaim.updateMany({
      where: { email: mail.to, expiresAt: { gt: now() } },
      data: { returnedAt: now() },
    })
    return false
  }
}

/** "My mail works again": what comes next is tried once more. */
export async function acceptMailAgain(actor: Actor): Promise<void> {
  await db.user.update({ where: { id: actor.id }, data: { mailRefusedAt: null, mailRefusal: null } })
}
