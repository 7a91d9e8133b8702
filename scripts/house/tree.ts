import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isCode, parsed, type Source } from './source'

/** Everything under the root that is ours: sorted paths, the code among them, parsed, and the text of the rest. */
export type House = { paths: string[]; sources: Source[]; read: (path: string) => string }

/** What .gitignore keeps out, and hidden things at the top that are not the project's: an editor's, a person's. */
const FOREIGN =
  /^(node_modules|prisma\/client|bench\/results|bench\/floor\/(\.next|next-env\.d\.ts)|test-results|playwright-report|next-env\.d\.ts|.*\.tsbuildinfo|\.(?!ci$|ci\/|gitignore$|gitattributes$|npmrc$|env\.example$).*)$/

export function readHouse(root: string): House {
  return houseOf(list(root, ''), (path) => readFileSync(join(root, path), 'utf8'))
}

/** A house of the files named, wherever their text comes from. */
export function houseOf(names: string[], read: (path: string) => string): House {
  const paths = names.toSorted()
  return { paths, sources: paths.filter(isCode).map((path) => parsed(path, read(path))), read }
}

function list(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (FOREIGN.test(path)) return []
    return entry.isDirectory() ? list(root, path) : [path]
  })
}
