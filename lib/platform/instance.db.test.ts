import { access, chmod, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { startInstance } from '@/lib/platform/instance'
import { lockDataDir } from '@/lib/platform/lock'

it('passes on the sentence of a start that fails', async () => {
  await expect(startInstance({ env: { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/c' } })).rejects.toThrow(
    'does not answer',
  )
  await expect(startInstance({ env: { APP_URL: 'http://cafe.example.org' } })).rejects.toThrow(
    'must start with https://',
  )
})

it('stops what it had begun when it is called off, and leaves the folder free', async () => {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'cafetiere-instance-'))
  await chmod(dataDir, 0o711)
  const off = new AbortController()
  const env = { DATA_DIR: path.join(dataDir, 'data') }
  const begun = startInstance({
    env,
    signal: off.signal,
    onOutput: (text) => text.includes('Starting PostgreSQL') && off.abort(),
  })
  await expect(begun).rejects.toThrow()
  const lock = await lockDataDir(env.DATA_DIR, 'the test')
  await lock.release()
  await expect(access(path.join(env.DATA_DIR, 'postgres/postmaster.pid'))).rejects.toThrow('ENOENT')
  await rm(dataDir, { recursive: true, force: true })
})
