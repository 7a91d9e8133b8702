import type { Messages } from 'next-intl'

/** Spoken by the server alone: kept out of the page, which travels over slow networks. */
const serverOnly = [
  'agenda',
  'cohost',
  'doubles',
  'errors',
  'greeting',
  'groups',
  'homes',
  'inbox',
  'coming',
  'confirm',
  'leave',
  'legal',
  'mail',
  'me',
  'measures',
  'metadata',
  'minutes',
  'outings',
  'people',
  'privacy',
  'pushes',
  'safety',
  'seeAgain',
  'spacePage',
  'towns',
  'trial',
] as const

/** Spoken in the browser by those who host or edit their profile, on the pages where they do. */
const hostOnly = [
  'admin',
  'check',
  'checkin',
  'claims',
  'coffees',
  'corrections',
  'drafts',
  'greeters',
  'host',
  'hosts',
  'imports',
  'keep',
  'listing',
  'messages',
  'presence',
  'profile',
  'rhythm',
  'settings',
  'spaceEdit',
  'templates',
  'welcome',
  'wishes',
] as const

type Left<Names extends readonly (keyof Messages)[]> = Omit<Messages, Names[number]>

function without<const Names extends readonly (keyof Messages)[]>(
  messages: Messages,
  names: Names,
): Left<Names> {
  const kept = Object.entries(messages).filter(([name]) => !names.includes(name as keyof Messages))
  return Object.fromEntries(kept) as Left<Names>
}

/** What components in the browser may say anywhere. */
const clientMessages = (messages: Messages) => without(messages, [...serverOnly, ...hostOnly])

/** The same, and what hosts and owners of a profile need. */
const hostMessages = (messages: Messages) => without(messages, serverOnly)

/** `clientMessages` (or, for `hosts`, `hostMessages`) as JSON, made once per process and language. */
export function textFor(hosts: boolean, messages: Messages): string {
  const known = texts.get(messages) ?? {}
  texts.set(messages, known)
  const name = hosts ? 'hosts' : 'all'
  known[name] ??= JSON.stringify(hosts ? hostMessages(messages) : clientMessages(messages))
  return known[name]
}

const texts = new WeakMap<Messages, { hosts?: string; all?: string }>()
