import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/routing'
import { sender, sendLetter } from '@/lib/mail/commands'
import { decidedForLetter } from '@/lib/spaces/corrections/queries'
import { correctionLetter } from './rules'

/** Writes to whoever said something of a place what became of it. Answers whether it was sent. */
export async function tellCorrector(correctionId: string, jobId: string): Promise<boolean> {
  const decided = await decidedForLetter(correctionId)
  if (!decided) return false
  const { author, space } = decided
  const home = `${env().appUrl}/${author.user.locale}`
  const links = { place: `${home}/spaces/${space?.id}`, mine: `${home}/me/places` }
  const letter = correctionLetter(decided, links, sender(author.user.locale as Locale))
  const to = { id: author.id, email: author.user.email }
  return sendLetter(letter, to, 'correction', { messageKey: `job-${jobId}` })
}
