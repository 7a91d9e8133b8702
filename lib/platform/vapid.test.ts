import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ensureVapidKey } from '@/lib/platform/vapid'
import { publicKeyOf } from '@/lib/push/rules'

let dataDir: string

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'cafetiere-vapid-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

it('makes a key on the first run, for our account alone, and keeps it', async () => {
  const made = await Promise.all(Array.from({ length: 10 }, () => ensureVapidKey(path.join(dataDir, 'new'))))
  expect(new Set(made)).toHaveLength(1)
  expect(publicKeyOf(made[0] ?? '')).not.toBeNull()
  expect(await readdir(path.join(dataDir, 'new'))).toEqual(['vapid-key'])
  expect((await stat(path.join(dataDir, 'new/vapid-key'))).mode & 0o777).toBe(0o600)
})

it('reports a damaged file and leaves it as it is', async () => {
  const file = path.join(dataDir, 'vapid-key')
  await writeFile(file, 'nonsense\n')
  await expect(ensureVapidKey(dataDir)).rejects.toThrow(/vapid-key is damaged/)
  expect(await readFile(file, 'utf8')).toBe('nonsense\n')
})
