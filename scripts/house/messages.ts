import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import type { Finding } from './finding'
import type { House } from './tree'

export const LOCALES = ['fr', 'en'] as const
export const messagesPath = (locale: string) => `lib/i18n/messages/${locale}.json`

/** Dotted key → text. Throws when the file is not JSON; anything but text and objects is kept as is. */
export function readMessages({ read }: House, locale: string): Map<string, unknown> {
  const flat = new Map<string, unknown>()
  flatten(JSON.parse(read(messagesPath(locale))), '', flat)
  return flat
}

function flatten(value: unknown, prefix: string, into: Map<string, unknown>): void {
  if (typeof value !== 'object' || value === null) into.set(prefix, value)
  else
    for (const [key, inner] of Object.entries(value)) flatten(inner, prefix ? `${prefix}.${key}` : key, into)
}

/** Both languages have the same keys, none is empty, and each pair takes the same ICU arguments. */
export function checkMessages(house: House): Finding[] {
  if (!speaks(house)) return []
  const [fr, en] = LOCALES.map((locale) => readMessages(house, locale)) as [Flat, Flat]
  return [...oneWay(fr, en, 'fr', 'en'), ...oneWay(en, fr, 'en', 'fr')]
}

export function speaks({ paths }: House): boolean {
  return LOCALES.every((locale) => paths.includes(messagesPath(locale)))
}

type Flat = Map<string, unknown>

function oneWay(mine: Flat, other: Flat, locale: string, otherLocale: string): Finding[] {
  return [...mine].flatMap(([key, text]) => {
    const message = complaint(key, text, other, otherLocale)
    return message ? [{ path: messagesPath(locale), line: 0, rule: `message ${key}`, message }] : []
  })
}

function complaint(key: string, text: unknown, other: Flat, otherLocale: string): string | null {
  if (typeof text !== 'string' || text.trim() === '') return 'A message is a text with something in it.'
  const holes = argumentsOf(text)
  if (typeof holes === 'string') return `Not ICU: ${holes}.`
  if (!other.has(key)) return `Missing in ${otherLocale}.json: both languages, always.`
  const twin = argumentsOf(String(other.get(key)))
  if (typeof twin === 'string' || holes.join() === twin.join()) return null
  return `Takes {${holes.join(', ')}} here and {${twin.join(', ')}} in ${otherLocale}.json.`
}

/** Sorted names of a message's arguments and tags (`<b>`), or the parser's complaint. */
export function argumentsOf(message: string): string[] | string {
  try {
    const names = new Set<string>()
    collect(parse(message), names)
    return [...names].sort()
  } catch (error) {
    return (error as Error).message
  }
}

function collect(elements: MessageFormatElement[], names: Set<string>): void {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue
    names.add(element.type === TYPE.tag ? `<${element.value}>` : element.value)
    if (element.type === TYPE.tag) collect(element.children, names)
    if (element.type === TYPE.select || element.type === TYPE.plural)
      for (const option of Object.values(element.options)) collect(option.value, names)
  }
}
