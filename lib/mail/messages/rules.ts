import { facts, hello, letter, seeEvent, text } from '@/lib/mail/letters/rules'
import type { Outing, Sender } from '@/lib/mail/letters/schema'
import type { Letter } from '@/lib/mail/schema'

/** What a host wrote to their guests, in their own words. `answers`: an answer to the mail reaches them. */
export function hostMessageLetter(
  outing: Outing,
  message: { from: string; body: string; answers: boolean },
  sender: Sender,
): Letter {
  const { words } = sender
  const { from, body, answers } = message
  const { title } = outing.event
  return letter(sender, words('hostMessageSubject', { from, title }), [
    hello(outing, sender),
    text(words('hostMessageText', { from, title })),
    { type: 'quote', text: body },
    ...(answers ? [text(words('hostMessageAnswer', { from }))] : []),
    facts(outing, sender),
    seeEvent(outing, sender),
  ])
}
