import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, expect, it } from 'vitest'
import { OperatorError } from '@/lib/errors'
import { freePort } from '@/lib/platform/ports'
import { openWebServer, type WebServer } from '@/lib/platform/web/server'

const opened: WebServer[] = []

afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.stop()))
})

async function open(site: { appUrl?: string; isPublic?: boolean; trustProxy?: boolean; port?: number } = {}) {
  const server = await openWebServer({
    port: 0,
    appUrl: 'http://localhost:3000',
    isPublic: false,
    trustProxy: false,
    ...site,
  })
  opened.push(server)
  return server
}

async function get(port: number, headers: Record<string, string> = {}, path = '/') {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number | undefined; body: string }>()
  request({ port, host: '127.0.0.1', headers, path }, async (response) => {
    resolve({ status: response.statusCode, body: await text(response) })
  })
    .on('error', reject)
    .end()
  return promise
}

/** Answers with the headers that the site behind would see. */
const echo: Parameters<WebServer['serve']>[0] = (request, response) => {
  response.end(JSON.stringify(request.headers))
}

const seen = async (port: number, headers?: Record<string, string>) =>
  JSON.parse((await get(port, headers)).body)

it('asks to wait until the site is up', async () => {
  const server = await open()
  expect((await get(server.port)).status).toBe(503)
  server.serve(echo)
  expect((await get(server.port)).status).toBe(200)
})

it('believes nothing that a client says about its address or about other hosts', async () => {
  const server = await open()
  server.serve(echo)
  const headers = await seen(server.port, {
    host: 'localhost:3000',
    'x-client-address': '198.51.100.1',
    'x-forwarded-for': '198.51.100.1',
    'x-forwarded-host': 'evil.example.org',
    'x-forwarded-proto': 'https',
    forwarded: 'for=198.51.100.1',
  })
  expect(headers).toMatchObject({
    'x-client-address': '127.0.0.1',
    'x-forwarded-host': 'localhost:3000',
    'x-forwarded-proto': 'http',
  })
  expect(headers).not.toHaveProperty('x-forwarded-for')
  expect(headers).not.toHaveProperty('forwarded')
})

it('takes the word of our own proxy, and gives out the public host', async () => {
  const server = await open({ appUrl: 'https://cafe.example.org', isPublic: true, trustProxy: true })
  server.serve(echo)
  expect(await seen(server.port, { 'x-forwarded-for': '10.0.0.1, 198.51.100.1' })).toMatchObject({
    'x-client-address': '198.51.100.1',
    'x-forwarded-host': 'cafe.example.org',
    'x-forwarded-proto': 'https',
  })
})

it('keeps the person’s address when the site asks itself for a page, and only then', async () => {
  const server = await open()
  server.serve(echo)
  const first = await seen(server.port)
  const inner = { 'x-inner-request': first['x-inner-request'], 'x-client-address': '192.168.1.30' }
  expect((await seen(server.port, inner))['x-client-address']).toBe('192.168.1.30')
  const forged = { ...inner, 'x-inner-request': 'guessed' }
  expect((await seen(server.port, forged))['x-client-address']).toBe('127.0.0.1')
})

it('answers a private instance to private names alone', async () => {
  const server = await open()
  server.serve(echo)
  expect((await get(server.port, { host: 'rebound.example.org' })).status).toBe(421)
  expect((await get(server.port, { host: '192.168.1.20:3000' })).status).toBe(200)
  expect((await get(server.port, { host: 'my-laptop.local:3000' })).status).toBe(200)
})

it('names another port when this one is taken', async () => {
  const { port } = await open()
  await expect(open({ port })).rejects.toThrow(OperatorError)
  await expect(open({ port })).rejects.toThrow(`PORT=${port + 1} npm start`)
})

it('finishes a request under way before it stops, and lets nobody in meanwhile', async () => {
  const port = await freePort()
  const server = await openWebServer({ port, appUrl: 'http://localhost', isPublic: false, trustProxy: false })
  const inside = Promise.withResolvers<() => void>()
  server.serve((_request, response) => inside.resolve(() => response.end('finished')))
  const answer = get(port)
  const finish = await inside.promise
  const stopped = server.stop()
  await expect(get(port)).rejects.toThrow('ECONNREFUSED')
  finish()
  expect((await answer).body).toBe('finished')
  await stopped
})

it('refuses an address that cannot be read before the site fails over it', async () => {
  const server = await open()
  server.serve(echo)
  expect((await get(server.port, {}, '/fr/%E0%A4%A')).status).toBe(400)
  expect((await get(server.port, {}, '/fr?q=%00')).status).toBe(400)
  expect((await get(server.port, {}, '/fr?q=%C3%A9')).status).toBe(200)
})
