import { createDecipheriv, createECDH, hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { newPrivateKey } from '@/lib/push/rules'
import type { Subscription } from '@/lib/push/schema'
import type { Send } from '@/lib/push/service'

export interface ReceivedPush {
  path: string
  headers: IncomingHttpHeaders
  body: Buffer
}

/** A push service on loopback: `send` brings there what is meant for those of the browsers. Call before anything reads env(). */
export async function openPushService() {
  process.env.VAPID_KEY = newPrivateKey()
  const received: ReceivedPush[] = []
  const answers = new Map<string, number>()
  const server = createServer(async (request, response) => {
    const path = request.url ?? ''
    const body = Buffer.concat(await Array.fromAsync(request))
    received.push({ path, headers: request.headers, body })
    response.writeHead(answers.get(path) ?? 201).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const send: Send = (url, init) => fetch(`http://127.0.0.1:${port}${new URL(url).pathname}`, init)
  return {
    send,
    /** What came since the last call. */
    take: () => received.splice(0),
    /** From now on this browser's endpoint answers with a status. */
    answer: (browser: TestBrowser, status: number) =>
      answers.set(new URL(browser.subscription.endpoint).pathname, status),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type PushService = Awaited<ReturnType<typeof openPushService>>
export type TestBrowser = ReturnType<typeof makeBrowser>

/** A browser that has subscribed, and can read what is sent to it. */
export function makeBrowser() {
  const pair = createECDH('prime256v1')
  const publicKey = pair.generateKeys()
  const auth = randomBytes(16)
  const subscription: Subscription = {
    endpoint: `https://fcm.googleapis.com/fcm/send/${randomUUID()}`,
    keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') },
  }
  return {
    subscription,
    /** RFC 8291 §3.4 and RFC 8188 §2, read from the receiving end: one record, so one nonce. */
    read(body: Buffer): unknown {
      const [salt, idLength] = [body.subarray(0, 16), body.readUInt8(20)]
      const [sender, sealed] = [body.subarray(21, 21 + idLength), body.subarray(21 + idLength)]
      const derive = (secret: Buffer, from: Buffer, info: string | Buffer, length: number) =>
        Buffer.from(hkdfSync('sha256', secret, from, info, length))
      const keyInfo = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender])
      const secret = derive(pair.computeSecret(sender), auth, keyInfo, 32)
      const key = derive(secret, salt, 'Content-Encoding: aes128gcm\0', 16)
      const nonce = derive(secret, salt, 'Content-Encoding: nonce\0', 12)
      const decipher = createDecipheriv('aes-128-gcm', key, nonce)
      decipher.setAuthTag(sealed.subarray(-16))
      const record = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
      return JSON.parse(record.subarray(0, record.lastIndexOf(2)).toString())
    },
  }
}
