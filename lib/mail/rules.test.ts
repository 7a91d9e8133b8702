import { describe, expect, it } from 'vitest'
import { addressOf, escapeHtml, headerText, isLoopback, letterHtml, letterText } from './rules'
import type { Letter } from './schema'

describe('headerText', () => {
  it.each(['\r\n', '\n', '\r', '\u2028', '\u0085', '\t'])('joins what %j would split', (separator) => {
    expect(headerText(`Apéro${separator}Bcc: everyone@example.org`)).toBe('Apéro Bcc: everyone@example.org')
  })

  it('cuts a long subject between letters', () => {
    const cut = headerText('☕'.repeat(400))
    expect([...cut]).toHaveLength(150)
    expect(cut.endsWith('☕…')).toBe(true)
  })
})

describe('isLoopback', () => {
  it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])('knows %s', (address) => {
    expect(isLoopback(address)).toBe(true)
  })

  it.each(['192.168.1.10', '::ffff:10.0.0.1', 'unknown', '', '127.0.0.1.example.org', '::127.0.0.1'])(
    'lets %j stay outside',
    (address) => {
      expect(isLoopback(address)).toBe(false)
    },
  )
})

it('escapes what HTML would read as its own, once', () => {
  expect(escapeHtml(`<a href="x" title='y'>Tom & Léa ☕</a>`)).toBe(
    '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;Tom &amp; Léa ☕&lt;/a&gt;',
  )
  expect(escapeHtml('&lt;')).toBe('&amp;lt;')
})

describe('a letter', () => {
  const letter: Letter = {
    subject: 'Une <b>place</b>',
    locale: 'fr',
    footer: 'Cafetière',
    blocks: [
      { type: 'text', text: 'Bonjour <script>alert(1)</script>' },
      { type: 'quote', text: 'Complet,\ndésolée & à bientôt' },
      { type: 'facts', facts: [['Où', '"Chez" <Ana>']] },
      { type: 'action', label: 'Voir', url: 'https://cafe.example.org/fr?a=1&b="2"' },
    ],
  }

  it('escapes in HTML what people typed', () => {
    const html = letterHtml(letter)
    expect(html).not.toMatch(/<script|<b>|<Ana>/)
    expect(html).toContain('Bonjour &lt;script&gt;')
    expect(html).toContain('href="https://cafe.example.org/fr?a=1&amp;b=&quot;2&quot;"')
    expect(html).toContain('Complet,<br>désolée &amp; à bientôt')
  })

  it('makes an online room one to tap, and no other scheme', () => {
    const room = (url: string) =>
      letterHtml({ ...letter, blocks: [{ type: 'facts', facts: [['En ligne', url]] }] })
    expect(room('https://meet.example.org/a?b="c')).toContain('href="https://meet.example.org/a?b=&quot;c"')
    expect(room('javascript:alert(1)')).not.toContain('href')
  })

  it('ends with what can be settled, in both forms', () => {
    const footerLinks = [{ label: 'Régler', url: 'https://cafe.example.org/fr/me/messages?a=1&b=2' }]
    expect(letterHtml({ ...letter, footerLinks })).toContain(
      'href="https://cafe.example.org/fr/me/messages?a=1&amp;b=2"',
    )
    expect(letterText({ ...letter, footerLinks })).toMatch(
      /-- \nCafetière\nRégler\u00a0: https:\/\/cafe.example.org\/fr\/me\/messages\?a=1&b=2\n$/,
    )
  })

  it('fetches nothing', () => {
    expect(letterHtml(letter)).not.toMatch(/<img|<link|url\(|src=/)
  })

  it('says the same in plain text', () => {
    expect(letterText(letter)).toBe(
      'Bonjour <script>alert(1)</script>\n\n> Complet,\n> désolée & à bientôt\n\nOù\u00a0: "Chez" <Ana>\n\nVoir\u00a0:\nhttps://cafe.example.org/fr?a=1&b="2"\n\n-- \nCafetière\n',
    )
  })
})

it.each([
  ['Cafetière <no-reply@example.org>', 'no-reply@example.org'],
  ['"A <b>" <c@example.org>', 'c@example.org'],
  [' no-reply@example.org ', 'no-reply@example.org'],
])('the address of %j', (from, address) => {
  expect(addressOf(from)).toBe(address)
})
