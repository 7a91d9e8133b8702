import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ensureSecret } from '@/lib/platform/secret'

let dataDir: string

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'cafetiere-secret-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

it('makes a long secret on the first run, for our account alone, and keeps it', async () => {
  const made = await ensureSecret(path.join(dataDir, 'new'))
  expect(Buffer.from(made, 'base64')).toHaveLength(33)
  const file = path.join(dataDir, 'new/auth-secret')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await ensureSecret(path.join(dataDir, 'new'))).toBe(made)
  expect((await readFile(file, 'utf8')).trim()).toBe(made)
})

it('gives many first runs at the same moment the same secret', async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => ensureSecret(dataDir)))
  expect(new Set(made)).toHaveLength(1)
  expect(await readdir(dataDir)).toEqual(['auth-secret'])
})

it('reports a damaged file and leaves it as it is', async () => {
  const file = path.join(dataDir, 'auth-secret')
  await writeFile(file, 'short\n')
  await expect(ensureSecret(dataDir)).rejects.toThrow(/auth-secret is damaged/)
  expect(await readFile(file, 'utf8')).toBe('short\n')
})
