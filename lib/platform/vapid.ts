import path from 'node:path'
import { OperatorError } from '@/lib/errors'
import { keptLine } from '@/lib/platform/kept-file'
import { newPrivateKey, publicKeyOf } from '@/lib/push/rules'

/**
 * The key that this instance signs its pushes with (VAPID, RFC 8292): made on the first run, and kept in `dataDir` for
 * our account alone. Every subscription hangs on it, so a damaged file is reported and not replaced.
 */
export async function ensureVapidKey(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'vapid-key')
  const key = await keptLine(file, newPrivateKey)
  if (publicKeyOf(key) === null) {
    throw new OperatorError(
      `${file} is damaged: it should hold a P-256 private key in base64url. Bring it back from a backup, or delete it to have a new one made (people then turn their notifications on again).`,
    )
  }
  return key
}
