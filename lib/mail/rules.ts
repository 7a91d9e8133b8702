import type { Block, Letter } from './schema'

const MAX_SUBJECT = 150

/** A header's value on one line: titles come from people, and a line break would start a header of their own. */
export function headerText(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  const letters = [...line]
  return letters.length > MAX_SUBJECT ? `${letters.slice(0, MAX_SUBJECT - 1).join('')}…` : line
}

/** Did the mail server surely take nothing: it could not be reached, or it answered no? Anything else leaves it open. */
export function surelyUnsent(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { command, responseCode } = error as { command?: unknown; responseCode?: unknown }
  return command === 'CONN' || typeof responseCode === 'number'
}

/** The bare address of a From header: of `Name <address>` or of an address alone. */
export function addressOf(from: string): string {
  return /<([^>]+)>\s*$/.exec(from)?.[1] ?? from.trim()
}

/** Is this the machine's own address: 127.0.0.0/8, ::1, or the former written as IPv6? */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127(\.\d{1,3}){3}$/i.test(address)
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

function blockText(block: Block, colon: string): string {
  switch (block.type) {
    case 'text':
      return block.text
    case 'code':
      return `    ${block.code}`
    case 'quote':
      return block.text
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n')
    case 'facts':
      return block.facts.map(([label, value]) => `${label}${colon} ${value}`).join('\n')
    case 'action':
      return `${block.label}${colon}\n${block.url}`
    case 'link':
      return `${block.text} ${block.label}${colon}\n${block.url}`
  }
}

/** The letter as plain text: for those who read mail so, and for filters that distrust HTML alone. */
export function letterText(letter: Letter): string {
  const colon = letter.locale === 'fr' ? '\u00a0:' : ':'
  const parts = letter.blocks.map((block) => blockText(block, colon))
  const links = (letter.footerLinks ?? []).map(({ label, url }) => `${label}${colon} ${url}`)
  return `${[...parts, ['-- ', letter.footer, ...links].join('\n')].join('\n\n')}\n`
}

// Colours are those of the site's two themes. Styles stand inline because many mail programs drop a sheet;
// the sheet only turns the page dark where it is kept.
const INK = 'color:#2a1c13'
const MUTED = 'color:#665447;font-size:14px'
const DARK_SHEET = `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){
.page{background:#1a130e!important}.card{background:#241a14!important;border-color:#3c2f26!important}
.ink{color:#f5ebdf!important}.muted{color:#c0af9f!important}.accent{color:#f2a07b!important}
.quote{border-color:#f2a07b!important}.sunken{background:#120c08!important}.button{background:#f2a07b!important;color:#2a1207!important}}`

/** Nothing that people type or link to is wider than the narrowest phone. */
const WRAP = 'overflow-wrap:anywhere;word-break:break-word'

const lines = (text: string) => escapeHtml(text).replaceAll('\n', '<br>')

/** An address of the web is one to tap. */
function valueHtml(value: string): string {
  if (!/^https?:\/\/\S+$/.test(value)) return lines(value)
  return `<a class="accent" href="${escapeHtml(value)}" style="color:#a63f1c">${escapeHtml(value)}</a>`
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'text':
      return `<p class="ink" style="margin:0 0 16px;${INK}">${lines(block.text)}</p>`
    case 'code':
      return `<p class="ink sunken" style="margin:0 0 16px;padding:16px;border-radius:12px;background:#f1e9dc;${INK};font:700 32px/1.2 monospace;letter-spacing:6px;text-align:center">${escapeHtml(block.code)}</p>`
    case 'quote':
      return `<blockquote class="ink quote" style="margin:0 0 16px;padding:0 0 0 14px;border-left:3px solid #a63f1c;${INK}">${lines(block.text)}</blockquote>`
    case 'facts':
      return `<div class="ink sunken" style="margin:0 0 16px;padding:14px 16px 4px;border-radius:12px;background:#f1e9dc;${INK}">${block.facts
        .map(
          ([label, value]) =>
            `<p style="margin:0 0 10px"><span class="muted" style="${MUTED}">${escapeHtml(label)}</span><br>${valueHtml(value)}</p>`,
        )
        .join('')}</div>`
    case 'action':
      return `<p style="margin:0 0 20px"><a class="button" href="${escapeHtml(block.url)}" style="display:inline-block;padding:13px 22px;border-radius:999px;background:#a63f1c;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(block.label)}</a></p>`
    case 'link':
      return `<p class="muted" style="margin:0 0 12px;${MUTED}">${escapeHtml(block.text)} <a class="accent" href="${escapeHtml(block.url)}" style="color:#a63f1c">${escapeHtml(block.label)}</a></p>`
  }
}

function footerLinks({ footerLinks = [] }: Letter): string {
  const links = footerLinks.map(
    ({ label, url }) =>
      `<a class="muted" href="${escapeHtml(url)}" style="display:inline-block;padding:5px 0;${MUTED}">${escapeHtml(label)}</a>`,
  )
  return links.map((link) => `<br>${link}`).join('')
}

/** The letter as HTML: one column, no table, no picture, nothing fetched from anywhere. */
export function letterHtml(letter: Letter): string {
  return `<!doctype html><html lang="${letter.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(letter.subject)}</title><style>${DARK_SHEET}</style></head>
<body class="page" style="margin:0;padding:24px 12px;background:#faf6ef;font:16px/1.5 system-ui,-apple-system,sans-serif">
<div class="card" style="max-width:520px;margin:0 auto;padding:28px 22px 14px;${WRAP};background:#fffdf9;border:1px solid #e2d6c5;border-radius:16px">
${letter.blocks.map(blockHtml).join('\n')}
</div>
<p class="muted" style="max-width:520px;margin:16px auto 0;${MUTED};text-align:center">${lines(letter.footer)}${footerLinks(letter)}</p>
</body></html>
`
}
