import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockDataDir } from '@/lib/platform/lock'

let dataDir: string

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'cafetiere-lock-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

it('refuses a second holder in the words of the first, until it lets go', async () => {
  const first = await lockDataDir(dataDir, 'the first.')
  await expect(lockDataDir(dataDir, 'the second.')).rejects.toThrow(`${dataDir} is in use by the first.`)
  await first.release()
  const second = await lockDataDir(dataDir, 'the second.')
  await second.release()
})

it('gives a folder to exactly one of several who come at once', async () => {
  const tries = await Promise.allSettled(['a', 'b', 'c', 'd'].map((name) => lockDataDir(dataDir, name)))
  const holders = tries.filter((tried) => tried.status === 'fulfilled')
  expect(holders).toHaveLength(1)
  await holders[0]?.value.release()
})

it('is free again after its holder was killed', async () => {
  const holder = spawn(process.execPath, [
    '-e',
    `require('node:net').createServer().listen(${JSON.stringify(path.join(dataDir, 'lock'))}, () => console.log('held'))`,
  ])
  await once(holder.stdout, 'data')
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const lock = await lockDataDir(dataDir, 'the next start')
  await lock.release()
})

it('works in a folder whose path is longer than a socket’s may be', async () => {
  const deep = path.join(dataDir, 'x'.repeat(120))
  await mkdir(deep)
  const lock = await lockDataDir(deep, 'the first.')
  await expect(lockDataDir(deep, 'the second.')).rejects.toThrow('in use by the first.')
  await lock.release()
})
