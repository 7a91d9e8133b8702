import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWebServer, type WebServer } from '@/lib/platform/web/server'
import { answerAsset, finishAssets, readAssets } from './assets'

const built = 'console.log("bonjour");'.repeat(50)
/** What V8 looks for in the first line. */
const script = `//# allFunctionsCalledOnLoad\n${built}`
let root: string
let server: WebServer

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'cafetiere-assets-'))
  await mkdir(path.join(root, '.next/static/chunks'), { recursive: true })
  await writeFile(path.join(root, '.next/static/chunks/a.js'), built)
  await writeFile(path.join(root, '.next/static/chunks/a.css'), 'a{b:c}')
  await writeFile(path.join(root, '.next/static/chunks/font.woff2'), 'compressed already')
  await writeFile(path.join(root, '.next/secret'), 'no')
  await finishAssets(root)
  const assets = await readAssets(root)
  server = await openWebServer({
    ...{ port: 0, appUrl: 'http://localhost:3000', isPublic: false, trustProxy: false },
  })
  server.serve((request, response) => answerAsset(assets, request, response) || response.end('the site'))
})
afterAll(async () => {
  await server.stop()
  await rm(root, { recursive: true, force: true })
})

const ask = (file: string, encoding: string, init?: RequestInit) =>
  fetch(`http://127.0.0.1:${server.port}/_next/static/${file}`, {
    ...init,
    headers: { 'Accept-Encoding': encoding, ...init?.headers },
  })

it('has scripts compiled ahead, in whichever form they are sent', async () => {
  expect(await readFile(path.join(root, '.next/static/chunks/a.js'), 'utf8')).toBe(script)
  expect(await readFile(path.join(root, '.next/static/chunks/a.css'), 'utf8')).toBe('a{b:c}')
})

it('answers with the Brotli form, for good', async () => {
  const answer = await ask('chunks/a.js', 'gzip, deflate, br')
  expect(answer.headers.get('content-encoding')).toBe('br')
  expect(Number(answer.headers.get('content-length'))).toBeLessThan(script.length / 4)
  expect(answer.headers.get('content-type')).toBe('application/javascript; charset=UTF-8')
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect(await answer.text()).toBe(script)
})

it('says how long it is without sending it', async () => {
  const answer = await ask('chunks/a.js', 'br', { method: 'HEAD' })
  expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(0)
  expect(await answer.text()).toBe('')
})

it.each([
  ['somebody who takes no Brotli', 'chunks/a.js', 'gzip, br;q=0', {}],
  ['somebody who takes another coding', 'chunks/a.js', 'gzip, brotli', {}],
  ['part of a file', 'chunks/a.js', 'br', { headers: { Range: 'bytes=0-3' } }],
  ['a form', 'chunks/a.js', 'br', { method: 'POST' }],
  ['what is compressed already', 'chunks/font.woff2', 'br', {}],
  ['what is not a file of the site', 'chunks/a.js.br', 'br', {}],
  ['what lies elsewhere', '..%2fsecret', 'br', {}],
])('leaves %s to the site', async (_what, file, encoding, init) => {
  expect(await (await ask(file, encoding, init)).text()).toBe('the site')
})

it.each(['br', 'BR', 'gzip;q=1.0, br;q=0.5', 'br;q=1'])('takes "%s" for a yes', async (encoding) => {
  expect((await ask('chunks/a.js', encoding)).headers.get('content-encoding')).toBe('br')
})

it('has nothing of a build that made none', async () => {
  expect((await readAssets(os.tmpdir())).size).toBe(0)
  const asset = (await readAssets(root)).get('/_next/static/chunks/a.js')
  expect(String(brotliDecompressSync(asset?.body ?? ''))).toBe(script)
})
