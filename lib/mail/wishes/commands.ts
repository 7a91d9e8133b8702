import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/routing'
import { sender, sendLetter } from '@/lib/mail/commands'
import { surelyUnsent } from '@/lib/mail/rules'
import { slugify } from '@/lib/slug'
import { faceQuestion, faceToken, wishedEvent } from '@/lib/wishes/drafts/queries'
import { faceLetter, toldLetter } from './rules'

/**
 * Asks somebody to be the face of a draft, at most once: claimed before it leaves, given back only when the mail server
 * surely took nothing. Answers false when they want no such mail, so that the next one can be asked.
 */
export async function askFace({
  draftId,
  freelancerId,
}: {
  draftId: string
  freelancerId: string
}): Promise<boolean> {
  const question = await faceQuestion(draftId, freelancerId)
  if (!question || question.mailed) return true
  const asked = { draftId, freelancerId, askedAt: { not: null }, passedAt: null }
  const { count } = await db.wish.updateMany({
    where: { ...asked, mailedAt: null },
    data: { mailedAt: now() },
  })
  if (count === 0) return true
  const { face } = question
  try {
    const page = `${env().appUrl}/${face.locale}/wishes/face/${faceToken(draftId, freelancerId)}`
    const letter = faceLetter(question, page, sender(face.locale as Locale))
    return await sendLetter(letter, face, 'wish', { messageKey: `wish-face-${draftId}-${freelancerId}` })
  } catch (error) {
    if (surelyUnsent(error)) await db.wish.updateMany({ where: asked, data: { mailedAt: null } })
    throw error
  }
}

/** Tells somebody that their wish came to something, at most once: what says that they are to be told goes first. */
export async function tellWisher({
  eventId,
  freelancerId,
}: {
  eventId: string
  freelancerId: string
}): Promise<boolean> {
  const notice = { eventId, freelancerId }
  const { count } = await db.wishNotice.deleteMany({ where: notice })
  const found = count > 0 ? await wishedEvent(eventId, freelancerId, now()) : null
  if (!found) return false
  const { event, person } = found
  try {
    const page = `${env().appUrl}/${person.locale}/events/${event.id}/${slugify(event.title)}`
    const letter = toldLetter(found, page, sender(person.locale as Locale))
    return await sendLetter(letter, { id: freelancerId, email: person.email }, 'wish', {
      messageKey: `wish-told-${eventId}-${freelancerId}`,
    })
  } catch (error) {
    if (surelyUnsent(error)) await db.wishNotice.createMany({ data: [notice], skipDuplicates: true })
    throw error
  }
}
