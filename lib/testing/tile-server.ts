import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A grey square of 512 pixels: twice as fine as it is drawn, as sharp screens want it. */
const SQUARE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAgAAAAIAAQMAAADOtka5AAAAA1BMVEWwsLBNgN7+AAAANklEQVR42u3BAQEAAACCIP+vbkhAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB8G4IAAAFjdVCkAAAAAElFTkSuQmCC',
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
    response.end(known ? SQUARE : undefined)
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
