import { letter, text } from '@/lib/mail/letters/rules'
import type { Sender } from '@/lib/mail/letters/schema'
import type { Letter } from '@/lib/mail/schema'

/** Says nothing but that mail arrives. */
export function testLetter(sender: Sender): Letter {
  const { words, instanceName } = sender
  return letter(sender, words('testSubject', { instance: instanceName }), [text(words('testText'))])
}

/** Milliseconds that a due job waits at most while a worker runs, on a bad day. */
const SOON = 10 * 60_000

/** Has the oldest due job waited so long that nobody seems to do them? */
export function isStuck(oldest: Date | null, now: Date): boolean {
  return oldest !== null && now.getTime() - oldest.getTime() > SOON
}
