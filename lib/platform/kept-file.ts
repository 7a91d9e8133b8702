import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { errorCode } from '@/lib/errors'

/**
 * One line that is made on the first run and kept in a file for our account alone; many first runs at once get the
 * same. What stands in the file is not judged here.
 */
export async function keptLine(file: string, make: () => string): Promise<string> {
  try {
    await mkdir(path.dirname(file), { recursive: true })
    const line = make()
    await writeWhole(file, `${line}\n`)
    return line
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
  const line = (await readFile(file, 'utf8')).trim()
  await chmod(file, 0o600)
  return line
}

/** Makes a file that nobody ever sees half written; fails with EEXIST when there is one. */
async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  try {
    await writeFile(draft, text, { mode: 0o600, flag: 'wx' })
    await link(draft, file)
  } finally {
    await rm(draft, { force: true })
  }
}
