import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { errorCode, OperatorError } from '@/lib/errors'

/** AUTH_SECRET's own minimum, in characters. */
const MIN_LENGTH = 32

/**
 * The instance's secret: made on the first run, and kept in `dataDir` for our account alone. Sign-ins and the links
 * in mails hang on it, so a damaged file is reported and not replaced.
 */
export async function ensureSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'auth-secret')
  try {
    await mkdir(dataDir, { recursive: true })
    const secret = randomBytes(33).toString('base64')
    await writeWhole(file, `${secret}\n`)
    return secret
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
  const secret = (await readFile(file, 'utf8')).trim()
  if (secret.length < MIN_LENGTH) {
    throw new OperatorError(
      `${file} is damaged: it should hold a secret of at least ${MIN_LENGTH} characters. Bring it back from a backup, or delete it to have a new one made (everybody then signs in again).`,
    )
  }
  await chmod(file, 0o600)
  return secret
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
