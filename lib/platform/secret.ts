import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { OperatorError } from '@/lib/errors'
import { keptLine } from '@/lib/platform/kept-file'

/** AUTH_SECRET's own minimum, in characters. */
const MIN_LENGTH = 32

/**
 * The instance's secret: made on the first run, and kept in `dataDir` for our account alone. Sign-ins and the links
 * in mails hang on it, so a damaged file is reported and not replaced.
 */
export async function ensureSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'auth-secret')
  const secret = await keptLine(file, () => randomBytes(33).toString('base64'))
  if (secret.length < MIN_LENGTH) {
    throw new OperatorError(
      `${file} is damaged: it should hold a secret of at least ${MIN_LENGTH} characters. Bring it back from a backup, or delete it to have a new one made (everybody then signs in again).`,
    )
  }
  return secret
}
