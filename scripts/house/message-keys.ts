import type { Finding } from './finding'
import { askedBy } from './message-calls'
import { LOCALES, messagesPath, readMessages, speaks } from './messages'
import { isTest, type Source } from './source'
import type { House } from './tree'
import { nameOf, text, walk } from './walk'

/** Keys that the code asks for and no language has, and keys that no code can be asking for. */
export function checkMessageKeys(house: House): Finding[] {
  if (!speaks(house)) return []
  const keys = [...readMessages(house, LOCALES[0]).keys()]
  const speaking = house.sources.filter(({ path }) => /^(app|components|lib)\//.test(path) && !isTest(path))
  const asked = speaking.flatMap((source) => askedBy(source).map((one) => ({ ...one, path: source.path })))
  const known = (key: string) => keys.some((one) => one === key || one.startsWith(`${key}.`))
  const missing = asked
    .filter(({ kind, key }) => (kind === 'key' ? !known(key) : !keys.some((one) => one.startsWith(key))))
    .map(({ path, line, key }) => ({
      path,
      line,
      rule: 'message',
      message: `No message "${key}": add it to both files of lib/i18n/messages.`,
    }))
  return [...missing, ...unused(keys, asked, speaking)]
}

type Ask = ReturnType<typeof askedBy>[number]

/** A computed key leaves no trace but its last words in a literal (a zod message, a kind), so those count as use. */
function unused(keys: string[], asked: Ask[], sources: Source[]): Finding[] {
  const exact = new Set(asked.filter(({ kind }) => kind === 'key').map(({ key }) => key))
  const prefixes = asked.filter(({ kind, key }) => kind === 'prefix' && key !== '').map(({ key }) => key)
  const words = new Set(sources.flatMap(literals))
  const message = 'Nobody asks for this text: take it out of both files, or show it.'
  return keys
    .filter((key) => !suffixes(key).some((one) => words.has(one)))
    .filter((key) => !exact.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)))
    .map((key) => ({ path: messagesPath(LOCALES[0]), line: 0, rule: `message ${key}`, message }))
}

/** `a.b.c` → `a.b.c`, `b.c`, `c`. */
function suffixes(key: string): string[] {
  const parts = key.split('.')
  return parts.map((_, index) => parts.slice(index).join('.'))
}

function literals(source: Source): string[] {
  const found: string[] = []
  walk(source.program, (node) => {
    const word = text(node) ?? (node.type === 'Property' ? nameOf(node.key) : null)
    if (word !== null) found.push(word)
  })
  return found
}
