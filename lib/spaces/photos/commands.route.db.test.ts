import { createHash, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { GET } from '@/app/api/photos/[id]/route'
import { db } from '@/lib/db'
import { makeSpace } from '@/lib/testing/makers'
import { instanceSetting } from '@/lib/testing/settings'

const dataDir = await mkdtemp(path.join(tmpdir(), 'cafetiere-photos-'))
instanceSetting('DATA_DIR', dataDir)
afterAll(() => rm(dataDir, { recursive: true, force: true }))

const GIF = Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1')

async function makePhoto(url: string): Promise<string> {
  const { id } = await makeSpace()
  return (await db.spacePhoto.create({ data: { spaceId: id, url } })).id
}

function ask(id: string, init?: RequestInit) {
  return GET(new Request(`http://localhost/api/photos/${id}`, init), { params: Promise.resolve({ id }) })
}

test('a picture is shown, shut in, and not sent twice', async () => {
  const url = `https://owner.example/${randomUUID()}.gif`
  const folder = path.join(dataDir, 'cache', 'photos')
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, createHash('sha256').update(url).digest('hex')), GIF)
  const id = await makePhoto(url)

  const shown = await ask(id)
  expect(shown.status).toBe(200)
  expect(Object.fromEntries(shown.headers)).toEqual({
    ...{ 'content-type': 'image/gif', etag: expect.any(String) },
    ...{ 'content-security-policy': "default-src 'none'", 'x-content-type-options': 'nosniff' },
    'cache-control': 'public, max-age=86400, stale-while-revalidate=604800',
  })
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(GIF)

  const again = await ask(id, { headers: { 'If-None-Match': shown.headers.get('etag') ?? '' } })
  expect([again.status, await again.text()]).toEqual([304, ''])
  const head = await ask(id, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('what cannot be had says nothing but that', async () => {
  const unknown = await ask(randomUUID())
  expect([unknown.status, await unknown.text()]).toEqual([404, 'There is no such picture.\n'])
  const inside = await ask(await makePhoto('https://10.0.0.1/secret.png'))
  expect([inside.status, await inside.text()]).toEqual([502, 'This picture cannot be shown now.\n'])
  expect(inside.headers.get('cache-control')).toBe('no-store')
})
