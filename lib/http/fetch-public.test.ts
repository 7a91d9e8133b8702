import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, connect, createServer as createSocketServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Door, fetchPublic, OUTSIDE, type Outside, OutsideError } from './fetch-public'

const LIMITS = { maxBytes: 1_000, timeout: 20_000 }
const PUBLIC = '93.184.216.34'

/** A web server on loopback, behind every door that is opened; `doors` are those that were asked for. */
async function world(answer: RequestListener, names: Record<string, string[]> = {}) {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const doors: Door[] = []
  const asked: string[] = []
  const outside: Outside = {
    async lookup(host) {
      asked.push(host)
      const found = names[host]
      if (!found) throw new Error('ENOTFOUND')
      return found
    },
    async connect(door) {
      doors.push(door)
      return connect(port, '127.0.0.1')
    },
  }
  return { outside, doors, asked }
}

async function read(body: AsyncIterable<Uint8Array>): Promise<string> {
  return Buffer.concat(await Array.fromAsync(body)).toString()
}

const names = {
  'example.org': [PUBLIC],
  'evil.example': ['10.0.0.5'],
  'mixed.example': [PUBLIC, '127.0.0.1'],
}

it('fetches from the address that was judged, by the name that was typed, and says nothing of us', async () => {
  let seen: object = {}
  const { outside, doors, asked } = await world((request, response) => {
    seen = { url: request.url, ...request.headers }
    response.writeHead(200, { 'Content-Type': 'Text/Calendar; charset=utf-8' }).end('BEGIN')
  }, names)
  const answer = await fetchPublic(
    'https://example.org/a?b=c#d',
    { ...LIMITS, accept: 'text/calendar' },
    outside,
  )
  if (!answer.ok) throw new Error(answer.reason)
  expect(answer.value).toMatchObject({ url: 'https://example.org/a?b=c#d', contentType: 'text/calendar' })
  expect(await read(answer.value.body)).toBe('BEGIN')
  expect(doors).toEqual([{ address: PUBLIC, port: 443, servername: 'example.org' }])
  expect(asked).toEqual(['example.org'])
  expect(seen).toEqual({
    ...{ url: '/a?b=c', host: 'example.org', accept: 'text/calendar', connection: 'close' },
    ...{ 'user-agent': 'Cafetiere', 'accept-encoding': 'identity' },
  })
})

it.each([
  ['http://127.0.0.1/', 'not_public'],
  ['http://[fd00::1]/', 'not_public'],
  ['https://evil.example/', 'not_public'],
  ['https://mixed.example/', 'not_public'],
  ['https://nowhere.example/', 'unknown_host'],
  ['ftp://example.org/', 'bad_address'],
])('opens no door for %s: %s', async (address, reason) => {
  const { outside, doors } = await world((_, response) => void response.end('secret'), names)
  expect(await fetchPublic(address, LIMITS, outside)).toEqual({ ok: false, reason })
  expect(doors).toEqual([])
})

describe('a redirect', () => {
  const leading = (to: (path: string) => string | undefined) =>
    world((request, response) => {
      const location = to(request.url ?? '')
      if (location) response.writeHead(302, { Location: location }).end('moved')
      else response.end(request.url)
    }, names)

  it('is followed three times, looked up each time', async () => {
    const { outside, asked } = await leading((path) =>
      path === '/3' ? undefined : `/${Number(path.slice(1)) + 1}`,
    )
    const answer = await fetchPublic('https://example.org/0', LIMITS, outside)
    if (!answer.ok) throw new Error(answer.reason)
    expect(await read(answer.value.body)).toBe('/3')
    expect(asked).toHaveLength(4)
    const more = await leading((path) => (path === '/4' ? undefined : `/${Number(path.slice(1)) + 1}`))
    expect(await fetchPublic('https://example.org/0', LIMITS, more.outside)).toMatchObject({
      reason: 'bad_redirect',
    })
  })

  it.each([
    ['http://169.254.169.254/latest', 'not_public'],
    ['https://evil.example/', 'not_public'],
    ['http://example.org/', 'bad_redirect'],
    ['https://ada:secret@example.org/', 'bad_address'],
  ])('to %s is not followed', async (location, reason) => {
    const { outside, doors } = await leading(() => location)
    expect(await fetchPublic('https://example.org/', LIMITS, outside)).toEqual({ ok: false, reason })
    expect(doors).toHaveLength(1)
  })

  it('is judged by what its name means by then', async () => {
    const answers = [[PUBLIC], ['192.168.0.1']]
    const { outside, doors } = await leading(() => '/again')
    const rebinding: Outside = { ...outside, lookup: async () => answers.shift() ?? [] }
    expect(await fetchPublic('https://example.org/', LIMITS, rebinding)).toMatchObject({
      reason: 'not_public',
    })
    expect(doors).toHaveLength(1)
  })
})

describe('an answer', () => {
  const refusal = async (answer: RequestListener, limits = LIMITS) => {
    const { outside } = await world(answer, names)
    const fetched = await fetchPublic('https://example.org/', limits, outside)
    if (!fetched.ok) return fetched.reason
    const error = await read(fetched.value.body).catch((thrown) => thrown)
    return error instanceof OutsideError ? error.reason : error
  }

  it('is refused unless it is 200, plain and small', async () => {
    expect(await refusal((_, response) => void response.writeHead(404).end())).toBe('bad_status')
    expect(await refusal((_, response) => void response.writeHead(206).end())).toBe('bad_status')
    const packed = { 'Content-Encoding': 'gzip' }
    expect(await refusal((_, response) => void response.writeHead(200, packed).end('x'))).toBe('encoded')
    const long = { 'Content-Length': '1001' }
    expect(await refusal((_, response) => void response.writeHead(200, long).end())).toBe('too_large')
    expect(await refusal((_, response) => void response.end('x'.repeat(1_000)))).toHaveLength(1_000)
  })

  it('is cut where it is longer than it said', async () => {
    const endless: RequestListener = (_, response) => {
      const write = () => {
        while (!response.destroyed && response.write('x'.repeat(300)));
      }
      response.on('drain', write)
      write()
    }
    expect(await refusal(endless)).toBe('too_large')
  })

  it('that breaks off, or is no HTTP, is told from one that is whole', async () => {
    const cut: RequestListener = (_, response) => {
      response.writeHead(200, { 'Content-Length': '100' }).write('x', () => response.destroy())
    }
    expect(await refusal(cut)).toBe('unreachable')
    expect(await refusal((request) => void request.socket.end('SSH-2.0\r\n'))).toBe('unreachable')
    const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n'
    expect(await refusal((request) => void request.socket.write(upgrade))).toBe('unreachable')
  })

  it('that does not come, or not to its end, is not waited for', async () => {
    const limits = { ...LIMITS, timeout: 150 }
    expect(await refusal(() => {}, limits)).toBe('timeout')
    expect(await refusal((_, response) => void response.write('x'), limits)).toBe('timeout')
    const { outside } = await world(() => {}, names)
    const deaf: Outside = { ...outside, lookup: () => new Promise(() => {}) }
    expect(await fetchPublic('https://example.org/', limits, deaf)).toMatchObject({ reason: 'timeout' })
  })
})

it('lets go of a body that nobody reads', async () => {
  const left = Promise.withResolvers<void>()
  const { outside } = await world((_, response) => {
    response.once('close', left.resolve).writeHead(200, { 'Content-Type': 'text/html' }).write('<html>')
  }, names)
  const fetched = await fetchPublic('https://example.org/', LIMITS, outside)
  if (!fetched.ok) throw new Error(fetched.reason)
  fetched.value.discard()
  await left.promise
})

it('ends when it is told to', async () => {
  const stop = new AbortController()
  const { outside } = await world(() => stop.abort(), names)
  const fetched = await fetchPublic('https://example.org/', { ...LIMITS, signal: stop.signal }, outside)
  expect(fetched).toMatchObject({ reason: 'timeout' })
})

it('tries the other addresses of a host, those of IPv4 first', async () => {
  const { outside, doors } = await world((_, response) => void response.end('here'), {
    'example.org': ['2606:4700::1111', '1.1.1.1', '1.0.0.1'],
  })
  const failing: Outside = {
    ...outside,
    async connect(door, signal) {
      const socket = await outside.connect(door, signal)
      if (door.address !== '2606:4700::1111') {
        socket.destroy()
        throw new Error('ECONNREFUSED')
      }
      return socket
    },
  }
  expect(await fetchPublic('http://example.org/', LIMITS, failing)).toMatchObject({ ok: true })
  expect(doors.map(({ address }) => address)).toEqual(['1.1.1.1', '1.0.0.1', '2606:4700::1111'])
  expect(doors[0]).toMatchObject({ port: 80, servername: null })
  const none: Outside = { ...outside, connect: () => Promise.reject(new Error('ECONNREFUSED')) }
  expect(await fetchPublic('http://example.org/', LIMITS, none)).toMatchObject({ reason: 'unreachable' })
})

it('connects to just the address it is given, and wants a certificate for the name', async () => {
  const server = createSocketServer((socket) => void socket.on('error', () => {}).end('hello')).listen(
    0,
    '127.0.0.1',
  )
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const door = { address: '127.0.0.1', port, servername: null }
  const socket = await OUTSIDE.connect(door, AbortSignal.timeout(20_000))
  expect(await read(socket)).toBe('hello')
  const secure = { ...door, servername: 'example.org' }
  await expect(OUTSIDE.connect(secure, AbortSignal.timeout(20_000))).rejects.toThrow()
})
