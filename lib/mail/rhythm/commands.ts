import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/routing'
import type { JobData } from '@/lib/jobs/schema'
import { sender, sendLetter } from '@/lib/mail/commands'
import { surelyUnsent } from '@/lib/mail/rules'
import { pushToAll, ringer } from '@/lib/push/commands'
import type { Send } from '@/lib/push/service'
import { wants } from '@/lib/settings/queries'
import { suggestionsFor } from '@/lib/suggestions/queries'
import { digestLetter, nudgeLetter, reasonWords } from './rules'

/** Ideas in a digest, and in a nudge. */
const COUNT = { digest: 5, nudge: 3 } as const
/** Milliseconds for which a ring is of use. */
const USEFUL = 12 * 3_600_000

/**
 * Sends a letter of somebody's rhythm at most once: claimed before it leaves, given back only when surely nothing was
 * sent. A nudge with nothing to name is not sent. Answers whether anything was.
 */
export async function sendRhythmLetter(
  { freelancerId, letter: kind, dueAt }: JobData<'rhythm_letter'>,
  send?: Send,
): Promise<boolean> {
  const person = await db.freelancer.findUnique({
    where: { id: freelancerId },
    select: { name: true, user: { select: { email: true, locale: true } } },
  })
  const suggestions = await suggestionsFor({ id: freelancerId }, now(), COUNT[kind])
  if (!person || (kind === 'nudge' && suggestions.length === 0)) return false
  const key = { freelancerId, kind, dueAt: new Date(dueAt) }
  const { count } = await db.rhythmLetter.updateMany({
    where: { ...key, claimedAt: null },
    data: { claimedAt: now() },
  })
  if (count === 0) return false
  const { email } = person.user
  const locale = person.user.locale as Locale
  const home = `${env().appUrl}/${locale}`
  const pageOf = ({ id, slug }: { id: string; slug: string }) => `${home}/events/${id}/${slug}`
  const told = { name: person.name, suggestions, pageOf, outings: `${home}/outings/rhythm` }
  const from = sender(locale)
  try {
    const words = kind === 'nudge' ? nudgeLetter(told, from) : digestLetter(told, from)
    const sent = await sendLetter(words, { id: freelancerId, email }, kind, {
      messageKey: `${kind}-${freelancerId}-${dueAt}`,
    })
    const [first] = suggestions
    if (kind !== 'nudge' || !first || !(await wants(freelancerId, 'nudge', 'push'))) return sent
    const notice = {
      title: ringer(locale).words('nudge'),
      body: [first.event.title, reasonWords(first.reasons, first.event, from)].join(' · '),
      ...{ url: `${home}/outings`, tag: `nudge-${freelancerId}` },
    }
    return (await pushToAll(freelancerId, notice, new Date(now().getTime() + USEFUL), send)) > 0 || sent
  } catch (error) {
    if (surelyUnsent(error)) await db.rhythmLetter.updateMany({ where: key, data: { claimedAt: null } })
    throw error
  }
}
