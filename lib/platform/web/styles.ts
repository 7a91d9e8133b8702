import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { errorCode } from '@/lib/errors'
import { stylesFile } from '@/lib/http/terms'

/** `digest`: SHA-256 of the text as base64url. `fonts`: by the name they are asked for, where they lie. */
export type Styles = { text: string; digest: string; fonts: Map<string, string> }

const SOURCE = 'app/globals.css'
const FONTS = '_next/static/fonts'

// Kept on globalThis: the built site, which has modules of its own, writes them into each page (components/shell/styles).
const shared: { cafetiereStyles?: string } = globalThis as never

/** Makes one sheet of app/globals.css, of the classes that the source uses and of the fonts. */
export async function compileStyles(root: string): Promise<Styles> {
  // Imported where it is needed: a start that builds nothing does not wait for it.
  const [{ default: postcss }, { default: tailwind }] = await Promise.all([
    import('postcss'),
    import('@tailwindcss/postcss'),
  ])
  const from = path.join(root, SOURCE)
  const { css } = await postcss([tailwind({ base: root, optimize: { minify: true } })]).process(
    await readFile(from),
    { from },
  )
  const fonts = new Map<string, string>()
  for (const [, address = ''] of css.matchAll(/url\((\.[^)]+\.woff2)\)/g)) {
    const file = path.resolve(path.dirname(from), address)
    const { name, ext } = path.parse(file)
    fonts.set(`${name}.${digestOf(await readFile(file)).slice(0, 12)}${ext}`, file)
  }
  const served = new Map([...fonts].map(([name, file]) => [path.basename(file), `/${FONTS}/${name}`]))
  const text = css
    .replace(/url\((\.[^)]+\.woff2)\)/g, (_, address) => `url(${served.get(path.basename(address))})`)
    // Text is drawn at once and stays as it was drawn, in the phone's own letters where ours are not there yet: they come
    // for the next page.
    .replaceAll('font-display:swap', 'font-display:optional')
  return { text, digest: digestOf(text), fonts }
}

/** Puts them among what a finished build serves for good: every name stands for its content. */
export async function putStyles(root: string, { text, digest, fonts }: Styles): Promise<void> {
  const file = builtFile(root, stylesFile(digest))
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, text)
  await mkdir(builtFile(root, FONTS), { recursive: true })
  for (const [name, from] of fonts) await copyFile(from, builtFile(root, `${FONTS}/${name}`))
}

/** Hands the built site its own styles, so that no page waits for a file of them. Throws for a build that has none. */
export async function publishStyles(root: string): Promise<void> {
  const directory = path.dirname(builtFile(root, stylesFile('')))
  const [name] = (await filesIn(directory)).filter((file) => file.endsWith('.css'))
  if (!name) throw new Error(`There are no styles in ${directory}: the site was not built.`)
  shared.cafetiereStyles = await readFile(path.join(directory, name), 'utf8')
}

async function filesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

/** Where a build keeps what is served at a path. */
const builtFile = (root: string, served: string) => path.join(root, served.replace(/^\/?_next/, '.next'))

const digestOf = (content: string | Buffer) => createHash('sha256').update(content).digest('base64url')
