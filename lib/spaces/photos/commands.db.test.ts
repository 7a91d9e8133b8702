import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import type { Outside } from '@/lib/http/fetch-public'
import { makeSpace } from '@/lib/testing/makers'
import { openPhoto } from './commands'

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(992)])
const DAY = 86_400_000

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cafetiere-photos-'))
  return () => rm(folder, { recursive: true, force: true })
})

/** An owner's server on loopback, behind a name that means an address of the internet. */
async function ownersServer(answer: RequestListener) {
  let asked = 0
  const server = createServer((request, response) => {
    asked += 1
    answer(request, response)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const outside: Outside = {
    lookup: async (host) => [host === 'inside.example' ? '10.0.0.1' : '93.184.216.34'],
    connect: async () => connect(port, '127.0.0.1'),
  }
  return { place: { folder, outside }, asked: () => asked }
}

const png: RequestListener = (_, response) =>
  response.writeHead(200, { 'Content-Type': 'image/png' }).end(PNG)

async function makePhoto(url = `https://owner.example/${randomUUID()}.png`): Promise<string> {
  const { id } = await makeSpace()
  return (await db.spacePhoto.create({ data: { spaceId: id, url } })).id
}

async function bytesOf(opened: Awaited<ReturnType<typeof openPhoto>>): Promise<Buffer | string> {
  if (!opened.ok) return opened.reason
  const bytes = await opened.value.handle.readFile()
  await opened.value.handle.close()
  return bytes
}

test('a picture is fetched once, however many look at it, and also after the server is gone', async () => {
  const { place, asked } = await ownersServer(png)
  const id = await makePhoto()
  const crowd = await Promise.all(Array.from({ length: 5 }, () => openPhoto(id, now(), place)))
  for (const opened of crowd) expect(await bytesOf(opened)).toEqual(PNG)
  const later = await openPhoto(id, now(), place)
  expect(later).toMatchObject({ ok: true, value: { type: 'image/png', bytes: PNG.length } })
  expect(await bytesOf(later)).toEqual(PNG)
  expect(asked()).toBe(1)
})

test('what is called a picture and is none, or the other way round, is not passed on', async () => {
  const refused = async (type: string, body: string | Buffer) => {
    const { place } = await ownersServer((_, response) =>
      response.writeHead(200, { 'Content-Type': type }).end(body),
    )
    return bytesOf(await openPhoto(await makePhoto(), now(), place))
  }
  expect(await refused('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>')).toBe('failed')
  expect(await refused('image/png', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')).toBe(
    'failed',
  )
  expect(await refused('image/png', `<html>${'x'.repeat(100_000)}`)).toBe('failed')
  expect(await refused('image/png', '')).toBe('failed')
  expect(await refused('text/html', PNG)).toBe('failed')
  expect(await refused('image/png', Buffer.concat([PNG, Buffer.alloc(8_000_000)]))).toBe('failed')
  expect(await readdir(folder).catch(() => [])).toEqual([])
})

test('one that cannot be had is not asked for again at once', async () => {
  const { place, asked } = await ownersServer((_, response) => response.writeHead(500).end())
  const id = await makePhoto()
  const at = now()
  for (let i = 0; i < 3; i += 1)
    expect(await openPhoto(id, at, place)).toEqual({ ok: false, reason: 'failed' })
  expect(asked()).toBe(1)
  expect(await openPhoto(id, new Date(at.getTime() + 301_000), place)).toMatchObject({ reason: 'failed' })
  expect(asked()).toBe(2)
})

test('an old picture is asked for again, and stays where the new one does not come', async () => {
  let broken = false
  const { place, asked } = await ownersServer((request, response) =>
    broken ? void response.writeHead(500).end() : png(request, response),
  )
  const id = await makePhoto()
  await bytesOf(await openPhoto(id, now(), place))
  const [file = ''] = await readdir(folder)
  const old = new Date(now().getTime() - 31 * DAY)
  await utimes(path.join(folder, file), old, old)
  broken = true
  expect(await bytesOf(await openPhoto(id, now(), place))).toEqual(PNG)
  expect(asked()).toBe(2)
})

test('the oldest make room for the newest', async () => {
  const { place, asked } = await ownersServer(png)
  const small = { ...place, ceiling: 2 * PNG.length }
  const [oldest, older, newest] = [await makePhoto(), await makePhoto(), await makePhoto()]
  const open = async (id: string) => expect(await bytesOf(await openPhoto(id, now(), small))).toEqual(PNG)
  for (const [id, minutes] of [
    [oldest, 9],
    [older, 5],
  ] as const) {
    const before = await readdir(folder)
    await open(id)
    const made = (await readdir(folder)).filter((name) => !before.includes(name))
    const at = new Date(now().getTime() - minutes * 60_000)
    await utimes(path.join(folder, made[0] ?? ''), at, at)
  }
  await open(newest)
  expect(await readdir(folder)).toHaveLength(2)
  for (const id of [older, newest]) await open(id)
  expect(asked()).toBe(3)
  await open(oldest)
  expect(asked()).toBe(4)
})

test('nothing is fetched from inside, nor for an id of nothing', async () => {
  const { place, asked } = await ownersServer(png)
  expect(await openPhoto(await makePhoto('https://inside.example/a.png'), now(), place)).toMatchObject({
    reason: 'failed',
  })
  for (const id of [randomUUID(), "1' OR 1", '..%2f..'])
    expect(await openPhoto(id, now(), place)).toEqual({ ok: false, reason: 'unknown' })
  expect(asked()).toBe(0)
})
