import { letter, text } from '@/lib/mail/letters/rules'
import type { Sender } from '@/lib/mail/letters/schema'
import type { Block, Letter } from '@/lib/mail/schema'
import type { DecidedForLetter } from '@/lib/spaces/corrections/queries'

/** Subject and first sentence of each outcome: of a correction, and of a place that its author added. */
const WORDS = {
  applied: ['correctionApplied', 'placeKept'],
  refused: ['correctionRefused', 'placeRemoved'],
  undone: ['correctionUndone', 'placeRemoved'],
} as const

/** Tells somebody what became of what they said of a place. */
export function correctionLetter(
  { status, adds, answer, author, name, space }: DecidedForLetter,
  links: { place: string; mine: string },
  sender: Sender,
): Letter {
  const { words } = sender
  const key = WORDS[status][adds ? 1 : 0]
  const blocks: Block[] = [
    text(words('greeting', { name: author.name })),
    text(words(`${key}Text`, { name })),
  ]
  if (answer) blocks.push(text(words('correctionAnswer')), { type: 'quote', text: answer })
  if (space) blocks.push({ type: 'action', label: words('seePlace'), url: links.place })
  blocks.push({ type: 'link', text: '', label: words('myCorrections'), url: links.mine })
  return letter(sender, words(`${key}Subject`, { name }), blocks)
}
