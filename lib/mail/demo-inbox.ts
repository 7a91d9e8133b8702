import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { SMTPServer } from 'smtp-server'
import { v7 as uuidv7 } from 'uuid'

const KEPT = 500
const MAX_BYTES = 1_000_000
/** Milliseconds that a mail on its way has to arrive before the server is gone. */
const CLOSE_TIMEOUT = 1000

interface DemoInbox {
  smtpUrl: string
  close(): Promise<void>
}

/** Where the demo's mails lie, one file each, named so that they sort by time. */
export function inboxFolder(dataDir: string): string {
  return path.join(dataDir, 'inbox')
}

/**
 * A mail server of our own, on loopback and a free port, which delivers nothing: every mail becomes a file of
 * DATA_DIR/inbox. Keeps the latest 500.
 */
export async function startDemoInbox(dataDir: string): Promise<DemoInbox> {
  const folder = inboxFolder(dataDir)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MAX_BYTES,
    closeTimeout: CLOSE_TIMEOUT,
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (stream.sizeExceeded) done(new Error('Message too large'))
        else keep(folder, Buffer.concat(chunks)).then(() => done(), done)
      })
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  // A connection that breaks off is no reason to end the process.
  server.on('error', () => {})
  const { port } = server.server.address() as AddressInfo
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Written beside and renamed: the page never reads half a mail. */
async function keep(folder: string, mail: Buffer): Promise<void> {
  const file = path.join(folder, `${uuidv7()}.eml`)
  await writeFile(`${file}.part`, mail, { mode: 0o600 })
  await rename(`${file}.part`, file)
  const all = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort()
  await Promise.all(all.slice(0, -KEPT).map((name) => rm(path.join(folder, name), { force: true })))
}
