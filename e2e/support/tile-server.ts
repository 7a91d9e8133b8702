import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One grey pixel: a map's background needs no more to have come. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mPYAQAAtACz7Y1zDQAAAABJRU5ErkJggg==',
  'base64',
)

/** Answers like a tile server, on loopback: nothing of a test leaves the machine. */
export async function startTileServer(): Promise<{ template: string; stop(): void }> {
  const server = createServer((request, response) => {
    const known = /^\/\d+\/\d+\/\d+\.png$/.test(request.url ?? '')
    response.writeHead(known ? 200 : 404, {
      'Content-Type': 'image/png',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
    response.end(known ? PIXEL : undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    template: `http://127.0.0.1:${port}/{z}/{x}/{y}.png`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
