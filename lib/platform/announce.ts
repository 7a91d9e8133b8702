import os from 'node:os'
import type { Env } from '@/lib/env'
import { lanAddress } from '@/lib/platform/web/addresses'

/** Where the instance is found: on this machine, and by a phone on the same network. */
export function addressLines(env: Pick<Env, 'appUrl' | 'isPublic' | 'port'>, phone: string | null): string[] {
  if (env.isPublic) return [`  Open ${env.appUrl} (listening on port ${env.port}).`]
  const here = `  On this machine:  ${env.appUrl}`
  return phone ? [here, `  On your phone:    ${phone}  (same Wi-Fi)`] : [here]
}

/** Says where to go, with a QR code to scan when a person is looking (`out` is a terminal). */
export async function announce(env: Env, out: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>): Promise<void> {
  const lan = lanAddress(os.networkInterfaces())
  const phone = lan && !env.isPublic ? `http://${lan}:${env.port}` : null
  out.write(`\n${addressLines(env, phone).join('\n')}\n`)
  if (phone && out.isTTY) {
    const { default: qrcode } = await import('qrcode')
    out.write(
      `\n${await qrcode.toString(phone, { type: 'terminal', small: true, errorCorrectionLevel: 'L' })}\n`,
    )
  }
  for (const line of notices(env)) out.write(`  ${line}\n`)
  out.write('\n')
}

/** What the operator should know about these settings. */
export function notices(
  env: Pick<Env, 'demo' | 'isPublic' | 'trustProxy' | 'appUrl' | 'admins' | 'worker'>,
): string[] {
  const said: string[] = []
  if (env.demo)
    said.push(`No mail leaves this machine: read it at ${env.appUrl}/inbox. Sign-in codes also appear here.`)
  if (env.isPublic && !env.trustProxy) {
    said.push(
      'TRUST_PROXY is not set: behind a reverse proxy, everybody shares its address and its limits. See docs/operations.md.',
    )
  }
  if (!env.worker) said.push('WORKER=0: no mail leaves until `npm run worker` runs beside it.')
  if (env.admins.length > 0)
    said.push(`Administration: ${env.appUrl}/admin, signed in with an address of ADMIN_EMAILS.`)
  said.push('Ctrl-C stops it.')
  return said
}
