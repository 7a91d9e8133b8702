import type { Finding } from './finding'
import { LOCALES, messagesPath, readMessages, speaks } from './messages'
import type { House } from './tree'

/** ICU's own syntax is not prose: `{count, plural, =1 {…}}` keeps its plain spaces. */
const HOLES = /\{\s*\w+\s*(,[^{}]*)?|\b(?:zero|one|two|few|many|other|=\d+)\s*\{/g

/** What a French text must not do, and how it is written instead. */
const FRENCH: { bad: RegExp; say: string }[] = [
  {
    bad: /[^\s] [;!?]|[\p{L}\d)»…]\u00A0[;!?]/u,
    say: 'A narrow no-break space (U+202F) comes before ; ! and ?.',
  },
  { bad: /[^\s] :(?!\w)|[^\s]\u202F:/, say: 'A no-break space (U+00A0) comes before a colon.' },
  { bad: /«[^\u00A0]|[^\u00A0]»/, say: 'A no-break space (U+00A0) follows « and comes before ».' },
  {
    bad: /[\p{L})»][;!?]|\p{L}:(?![/\w])/u,
    say: 'French puts a no-break space before ; ! ? (U+202F) and : (U+00A0).',
  },
  { bad: /"\p{L}|“/u, say: 'French quotes are « and » with a no-break space (U+00A0) inside.' },
  { bad: /\p{L}'\p{L}/u, say: 'The apostrophe is ’ (U+2019), which also keeps clear of ICU quoting.' },
  { bad: /\.\.\./, say: 'The ellipsis is one character: …' },
]

const ENGLISH: typeof FRENCH = [
  { bad: /\p{L}'\p{L}/u, say: 'The apostrophe is ’ (U+2019), which also keeps clear of ICU quoting.' },
  { bad: /"\p{L}/u, say: 'English quotes are “ and ”.' },
  { bad: /\.\.\./, say: 'The ellipsis is one character: …' },
  { bad: /\S[ \u00A0\u202F][;:!?](\s|$)/, say: 'English has no space before ; : ! ?.' },
]

/** Spaces, quotes and apostrophes of both languages, as their readers expect them. */
export function checkTypography(house: House): Finding[] {
  if (!speaks(house)) return []
  return LOCALES.flatMap((locale) =>
    [...readMessages(house, locale)].flatMap(([key, text]) =>
      typographyOf(locale, String(text)).map((message) => ({
        path: messagesPath(locale),
        line: 0,
        rule: `message ${key}`,
        message,
      })),
    ),
  )
}

/** What is wrong with one message, in words; empty when nothing is. */
export function typographyOf(locale: (typeof LOCALES)[number], message: string): string[] {
  const prose = message.replace(HOLES, '{').replace(/https?:\S+|mailto:\S+/g, '')
  const rules = locale === 'fr' ? FRENCH : ENGLISH
  return rules.filter(({ bad }) => bad.test(prose)).map(({ say }) => say)
}
