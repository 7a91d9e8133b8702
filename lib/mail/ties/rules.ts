import { letter, text } from '@/lib/mail/letters/rules'
import type { Sender } from '@/lib/mail/letters/schema'
import type { Letter } from '@/lib/mail/schema'

/** It is mutual: one of the two is told of the other. `page` is that of one's people. */
export function tieLetter(
  { name, other, page }: { name: string; other: string; page: string },
  sender: Sender,
): Letter {
  const { words } = sender
  return letter(sender, words('tieSubject', { name: other }), [
    text(words('greeting', { name })),
    text(words('tieText', { name: other })),
    text(words('tieWay', { name: other })),
    { type: 'action', label: words('tieAction'), url: page },
  ])
}
