import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { now } from '@/lib/clock'
import { type Download, downloadPlaces, forgetAnswers } from './commands'

const CANNES = { south: 43.46, west: 6.89, north: 43.64, east: 7.14 }
/** Three tiles in a row. */
const COAST = { south: 43, west: 5, north: 44, east: 8 }
const DAY = 86_400_000

let cache: string
beforeEach(async () => {
  cache = await mkdtemp(path.join(tmpdir(), 'cafetiere-overpass-'))
  return () => rm(cache, { recursive: true, force: true })
})

type Say = (response: ServerResponse, query: string) => unknown

const status =
  (code: number, headers = {}): Say =>
  (response) =>
    response.writeHead(code, headers).end()
const json =
  (body: unknown): Say =>
  (response) =>
    response.end(JSON.stringify(body))
const places = (...ids: number[]) =>
  json({ elements: ids.map((id) => ({ type: 'node', id, lat: 43.5, lon: 7 })) })
const runtimeError = json({ elements: [], remark: 'runtime error: Query timed out in "query" at line 1.' })

/** An Overpass server on loopback that gives these answers one after the other, and the last one for ever. */
async function overpass(...answers: Say[]) {
  const queries: string[] = []
  const agents = new Set<string | undefined>()
  const together = { now: 0, most: 0 }
  const server = createServer(async (request, response) => {
    together.now += 1
    together.most = Math.max(together.most, together.now)
    response.once('close', () => (together.now -= 1))
    const body = new URLSearchParams(Buffer.concat(await Array.fromAsync(request)).toString())
    agents.add(request.headers['user-agent'])
    queries.push(body.get('data') ?? '')
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    answer?.(response, queries.at(-1) ?? '')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { server: `http://127.0.0.1:${port}/api/interpreter`, queries, agents, together }
}

/** Downloads without ever waiting; `waits` are the milliseconds that it would have. */
async function download(server: string, values: Partial<Download> = {}) {
  const waits: number[] = []
  const said: string[] = []
  const result = await downloadPlaces({
    ...{ area: CANNES, also: [], server, userAgent: 'Cafetiere (test)', cache, now },
    wait: async (milliseconds) => waits.push(milliseconds),
    signal: new AbortController().signal,
    say: (line) => said.push(line),
    ...values,
  })
  const files = result.ok ? result.value : []
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  const ids = texts.map((text) => JSON.parse(text).elements.map(({ id }: { id: number }) => id))
  return { result, files, ids, waits, said: said.join('\n'), refusal: result.ok ? '' : result.reason }
}

/** The box that a query asks for. */
const boxIn = (query: string) => query.match(/\[bbox:([^\]]+)\]/)?.[1]

it('asks for an area tile by tile, one at a time, with a pause between and a name', async () => {
  const { server, queries, agents, together } = await overpass(places(1), places(), places(2, 3))
  const { files, ids, waits } = await download(server, { area: COAST, also: ['cafes'] })
  expect(queries.map(boxIn)).toEqual(['43,5,44,6', '43,6,44,7', '43,7,44,8'])
  expect(queries[0]).toMatch(/^\[out:json\]\[timeout:90\].*\[internet_access!=no\].*out center tags;$/)
  expect(ids).toEqual([[1], [2, 3]])
  expect(path.basename(files[0] ?? '')).toBe('43_5_44_6.json')
  expect(waits).toEqual([1_000, 1_000])
  expect([...agents]).toEqual(['Cafetiere (test)'])
  expect(together.most).toBe(1)
})

describe('answers of the last day', () => {
  it('are not asked for again; older ones are', async () => {
    const { server, queries } = await overpass(places(1), places())
    const area = { ...CANNES, east: 8 }
    const first = await download(server, { area })
    const second = await download(server, { area })
    expect(second.files).toEqual(first.files)
    expect(second.said).toMatch(/2 answers are of the last day/)
    expect(queries).toHaveLength(2)
    const old = new Date(now().getTime() - DAY)
    for (const file of first.files) await utimes(file, old, old)
    await download(server, { area })
    expect(queries).toHaveLength(3)
  })

  it('are those to the same question, of the same server', async () => {
    const { server, queries } = await overpass(places(1))
    await download(server)
    await download(server, { also: ['libraries'] })
    await download(`${server}?again`)
    expect(queries).toHaveLength(3)
    expect(await readdir(cache)).toHaveLength(3)
  })

  it('let what broke off go on', async () => {
    const { server, queries } = await overpass(places(1), status(403), places(2))
    const { refusal } = await download(server, { area: COAST })
    expect(refusal).toMatch(/answered 403\. What came so far \(1 boxes\) is kept for a day/)
    const { ids } = await download(server, { area: COAST })
    expect(ids).toEqual([[1], [2], [2]])
    expect(queries.map(boxIn)).toEqual(['43,5,44,6', '43,6,44,7', '43,6,44,7', '43,7,44,8'])
  })
})

describe('a busy server', () => {
  it('is left alone for as long as it asks', async () => {
    const { server } = await overpass(status(429, { 'Retry-After': '42' }), places(1))
    const { ids, waits, said } = await download(server)
    expect(ids).toEqual([[1]])
    expect(waits).toEqual([42_000])
    expect(said).toContain('The server answered 429; again in 42 s.')
  })

  it('is left alone for longer each time, and given up in the end', async () => {
    const { server, queries } = await overpass(status(429), status(504), places(1))
    expect((await download(server)).waits).toEqual([10_000, 20_000])
    const hopeless = await overpass(status(504))
    const { waits, refusal } = await download(hopeless.server)
    expect(waits).toEqual([10_000, 20_000, 40_000, 80_000, 160_000])
    expect(refusal).toMatch(/answered 504, 6 times in a row\. Another server: --server\.$/)
    expect(queries).toHaveLength(3)
  })

  it('that asks for hours is not waited for', async () => {
    const { server } = await overpass(status(429, { 'Retry-After': '7200' }))
    const { waits, refusal } = await download(server)
    expect(waits).toEqual([])
    expect(refusal).toMatch(/asks to be left alone for long/)
  })
})

it('asks for halves where a box is too much, and remembers it', async () => {
  const { server, queries } = await overpass(runtimeError, places(1), places(2))
  const { ids, said } = await download(server)
  expect(queries.map(boxIn)).toEqual([
    '43.46,6.89,43.64,7.14',
    '43.46,6.89,43.64,7.015',
    '43.46,7.015,43.64,7.14',
  ])
  expect(ids).toEqual([[1], [2]])
  expect(said).toMatch(/Query timed out.*in halves[\s\S]*2 of 2/)
  expect((await download(server)).ids).toEqual([[1], [2]])
  expect(queries).toHaveLength(3)
})

it('gives up on a server that has too much to say of the smallest box', async () => {
  const { server, queries } = await overpass(runtimeError)
  const { refusal } = await download(server)
  expect(refusal).toMatch(/even of the small box/)
  expect(queries.length).toBeLessThan(10)
})

it.each<[string, Say]>([
  ['a web page', (response) => response.end('<!doctype html><p>Come back later')],
  ['half an answer', (response) => response.end('{"elements":[{"type":"node"')],
  [
    'half of what it promised',
    (response) =>
      response.writeHead(200, { 'Content-Length': '500' }).write('{"elem', () => response.destroy()),
  ],
  ['no HTTP', (response) => response.socket?.end('SSH-2.0\r\n')],
])('takes %s for no answer, and asks again', async (_, broken) => {
  const { server } = await overpass(broken, places(1))
  const { ids, waits } = await download(server)
  expect(ids).toEqual([[1]])
  expect(waits).toEqual([10_000])
})

it('asks a silent server three times', async () => {
  const { server, queries } = await overpass(() => {})
  const { refusal } = await download(server, { patience: 100 })
  expect(refusal).toMatch(/did not answer within 0.1 s, 3 times in a row/)
  expect(queries).toHaveLength(3)
})

it('says why a server cannot be reached', async () => {
  const closed = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => closed.once('listening', resolve))
  const { port } = closed.address() as AddressInfo
  await new Promise((resolve) => closed.close(resolve))
  const { refusal } = await download(`http://127.0.0.1:${port}/api/interpreter`)
  expect(refusal).toMatch(/cannot be reached, or broke off \(ECONNREFUSED\), 3 times in a row/)
})

it('does not argue with a server that does not understand', async () => {
  const { server, queries } = await overpass((response) =>
    response.writeHead(400).end('<p>parse error: nwx</p>'),
  )
  const { refusal, waits } = await download(server)
  expect(refusal).toMatch(/answered 400 \("parse error: nwx"\)/)
  expect([queries.length, waits.length]).toEqual([1, 0])
})

it('ends when it is told to, and keeps no half answer', async () => {
  const stop = new AbortController()
  const { server } = await overpass(places(1), () => stop.abort())
  await expect(download(server, { area: COAST, signal: stop.signal })).rejects.toThrow(/abort/i)
  const [folder = ''] = await readdir(cache)
  expect(await readdir(path.join(cache, folder))).toEqual(['43_5_44_6.json'])
})

it('throws away the answers of days gone by, and nothing else', async () => {
  const { server } = await overpass(places(1))
  await download(server, { area: COAST })
  const [folder = ''] = await readdir(cache)
  const answers = await readdir(path.join(cache, folder))
  expect(answers).toHaveLength(3)
  const yesterday = new Date(now().getTime() - DAY - 1000)
  await utimes(path.join(cache, folder, answers[0] ?? ''), yesterday, yesterday)
  await forgetAnswers(now(), cache)
  expect((await readdir(path.join(cache, folder))).sort()).toEqual(answers.slice(1).sort())
  await forgetAnswers(new Date(now().getTime() + 2 * DAY), cache)
  expect(await readdir(cache)).toEqual([])
  await forgetAnswers(now(), path.join(cache, 'nowhere'))
})
