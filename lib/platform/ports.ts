import { createServer } from 'node:net'
import { errorCode } from '@/lib/errors'

/** Can `port` be listened on at `host` right now? */
export async function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  try {
    await listenOnce(port, host)
    return true
  } catch (error) {
    if (errorCode(error) === 'EADDRINUSE' || errorCode(error) === 'EACCES') return false
    throw error
  }
}

/** A port of the system's choice on loopback, free at the moment of asking. */
export function freePort(): Promise<number> {
  return listenOnce(0, '127.0.0.1')
}

function listenOnce(port: number, host: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const server = createServer()
  server.once('error', reject)
  server.listen(port, host, () => {
    const address = server.address()
    const chosen = address && typeof address === 'object' ? address.port : port
    server.close(() => resolve(chosen))
  })
  return promise
}
