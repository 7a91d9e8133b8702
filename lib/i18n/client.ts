import type { Messages } from 'next-intl'

/** Spoken by the server alone: kept out of the page, which travels over slow networks. */
const serverOnly = [
  'agenda',
  'inbox',
  'leave',
  'legal',
  'mail',
  'me',
  'metadata',
  'outings',
  'privacy',
] as const

type ServerOnly = (typeof serverOnly)[number]

/** What components in the browser may say. */
export function clientMessages(messages: Messages): Omit<Messages, ServerOnly> {
  const kept = Object.entries(messages).filter(([namespace]) => !serverOnly.includes(namespace as ServerOnly))
  return Object.fromEntries(kept) as Omit<Messages, ServerOnly>
}
