import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Markdown } from './markdown'

const html = (text: string) => renderToStaticMarkup(<Markdown text={text} />)
const tags = (text: string) => [
  ...new Set([...html(text).matchAll(/<([a-z0-9]+)/g)].map((found) => found[1])),
]

describe('what a stranger writes', () => {
  it('is set as paragraphs, lists and emphasis', () => {
    expect(tags('Bring **cups**, *tea*\n\n- one\n- two\n\n> so')).toEqual(
      expect.arrayContaining(['p', 'strong', 'em', 'ul', 'li', 'blockquote']),
    )
  })

  it('has titles below those of the page', () => {
    const titled = tags('# One\n\n## Two\n\n###### Six\n\nSetext\n===')
    expect(titled).toEqual(expect.arrayContaining(['h3', 'h4']))
    expect(titled.filter((tag) => ['h1', 'h2'].includes(tag ?? ''))).toEqual([])
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b onmouseover="alert(1)">b</b>',
    '<iframe src="https://evil.example"></iframe>',
    '<svg/onload=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<style>*{display:none}</style>',
    '<form action="https://evil.example"><input></form>',
    '<!-- <script> -->',
    '<scr<script>ipt>alert(1)</script>',
  ])('builds no element from %s', (text) => {
    expect(tags(text).filter((tag) => !['div', 'p'].includes(tag ?? ''))).toEqual([])
  })

  it.each(['![x](https://evil.example/pixel.png)', '![x][1]\n\n[1]: https://evil.example/p.png'])(
    'shows no image: %s',
    (text) => {
      expect(html(text)).not.toMatch(/<img|evil/)
    },
  )
})

describe('a link', () => {
  it.each([
    ['[x](https://example.org/a?b=1)', 'https://example.org/a?b=1'],
    ['<http://example.org>', 'http://example.org/'],
    ['[x](mailto:ada@example.org)', 'mailto:ada@example.org'],
  ])('%s leads there and vouches for nothing', (text, href) => {
    expect(html(text)).toContain(`href="${href}" rel="nofollow ugc noopener"`)
  })

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&#115;cript:alert(1))',
    '[x](java&Tab;script:alert(1))',
    '[x](&#x6A;avascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](vbscript:msgbox)',
    '[x](file:///etc/passwd)',
    '[x](blob:https://example.org/1)',
    '[x](//evil.example)',
    '[x](/fr/host/1/cancel)',
    '[x](#top)',
    '[x](https://)',
    '<javascript:alert(1)>',
  ])('%s is left as a text', (text) => {
    expect(html(text)).not.toContain('<a')
    expect(html(text).replace(/<[^>]+>/g, '')).not.toBe('')
  })
})

it('survives depth', () => {
  expect(html(`${'> '.repeat(2000)}deep`).length).toBeLessThan(200_000)
})
