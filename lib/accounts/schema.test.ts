import { describe, expect, it } from 'vitest'
import { emailSchema, nameSchema, returnToSchema } from './schema'

describe('an e-mail address', () => {
  it.each([
    ['ada@example.org', 'ada@example.org'],
    ['  Ada.Lovelace+cafe@Example.ORG \n', 'ada.lovelace+cafe@example.org'],
    ["o'neil@mail.example.co.uk", "o'neil@mail.example.co.uk"],
    [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`],
  ])('%j is taken', (typed, email) => {
    expect(emailSchema.parse(typed)).toBe(email)
  })

  it.each([
    'ada',
    '@example.org',
    'ada@localhost',
    'ada@@example.org',
    'ada@evil.example@example.org',
    'ada@example.org,eve@example.org',
    'ada@example.org;eve@example.org',
    'ada@example.org eve@example.org',
    'ada@example.org\r\nBcc: eve@example.org',
    'ada\u0000@example.org',
    '"ada eve"@example.org',
    'Ada <ada@example.org>',
    'ada@[192.0.2.7]',
    'ada@exämple.org',
    'ада@example.org',
    'ada@example.org\u200B',
    'ada@example．org',
    '.ada@example.org',
    'ada.@example.org',
    'a..da@example.org',
    'ada@-example.org',
    'ada@example-.org',
    'ada@example..org',
    'ada@example.org.',
    `${'a'.repeat(65)}@example.org`,
    `ada@${`${'b'.repeat(60)}.`.repeat(5)}org`,
  ])('%j is refused', (typed) => {
    expect(emailSchema.safeParse(typed).error?.issues[0]?.message).toBe('email_invalid')
  })

  it.each([undefined, '', '   ', ['ada@example.org'], { contains: '@' }, 7])('%j is missing', (typed) => {
    expect(emailSchema.safeParse(typed).error?.issues[0]?.message).toBe('email_required')
  })
})

describe('a name', () => {
  it.each(['Ada', 'Zoë d’Exemple-Ñandú', '李小龍', 'x'.repeat(60)])('%j is taken', (name) => {
    expect(nameSchema.parse(name)).toBe(name)
  })

  it.each([
    ['', 'name_required'],
    ['x'.repeat(61), 'name_long'],
    ['Ada\nBcc: eve@example.org', 'name_invalid'],
    ['<b>Ada</b>', 'name_invalid'],
    ['Ada\u2028Eve', 'name_invalid'],
  ])('%j is refused', (name, message) => {
    expect(nameSchema.safeParse(name).error?.issues.at(-1)?.message).toBe(message)
  })
})

describe('where to go afterwards', () => {
  it.each(['/', '/fr/outings', '/en/events/1/lunch?done=1#who', '/fr?q=caf%C3%A9', '/%2F%2Fevil.example'])(
    '%j stays on this site',
    (path) => {
      expect(returnToSchema.parse(path)).toBe(path)
      expect(new URL(path, 'https://cafe.example.org').origin).toBe('https://cafe.example.org')
    },
  )

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/fr\\..\\evil',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'fr/outings',
    '',
    `/${'x'.repeat(500)}`,
    undefined,
    ['/fr'],
  ])('%j becomes the front page', (path) => {
    expect(returnToSchema.parse(path)).toBe('/')
  })
})
