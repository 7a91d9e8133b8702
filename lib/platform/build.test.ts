import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { buildWhenStale, inputsHash, isStale, markBuilt } from '@/lib/platform/build'

let root: string

async function put(file: string, content: string) {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true })
  await writeFile(path.join(root, file), content)
}

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'cafetiere-build-'))
  await put('app/page.tsx', 'export default () => null')
  await put('lib/rules.ts', 'export const a = 1')
  await put('package-lock.json', '{}')
})
afterEach(() => rm(root, { recursive: true, force: true }))

it('is stale until built, and fresh from then on', async () => {
  expect(await isStale(root)).toBe(true)
  await put('.next/BUILD_ID', 'a build')
  await markBuilt(root, await inputsHash(root))
  expect(await isStale(root)).toBe(false)
})

it('is stale when a build was begun over it and not finished', async () => {
  await mkdir(path.join(root, '.next'))
  await markBuilt(root, await inputsHash(root))
  expect(await isStale(root)).toBe(true)
})

it('is built by one of several who find it stale at once, and the others wait', async () => {
  let builds = 0
  const build = async () => {
    builds += 1
    await put('.next/BUILD_ID', 'a build')
  }
  const { signal } = new AbortController()
  const each = await Promise.all([1, 2, 3].map(() => buildWhenStale(signal, root, build)))
  expect(each.toSorted()).toEqual(['built', 'fresh', 'fresh'])
  expect(builds).toBe(1)
})

it('lets the next one build where a build failed, and nobody wait who is asked to stop', async () => {
  const { signal } = new AbortController()
  const broken = () => Promise.reject(new Error('no such module'))
  await expect(buildWhenStale(signal, root, broken)).rejects.toThrow('no such module')
  const never = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const building = buildWhenStale(signal, root, () => {
    begun.resolve()
    return never.promise
  })
  await begun.promise
  const stopped = AbortSignal.abort(new Error('stopped'))
  await expect(buildWhenStale(stopped, root, broken)).rejects.toThrow()
  never.reject(new Error('given up'))
  await expect(building).rejects.toThrow('given up')
})

it.each([
  ['a changed source', 'lib/rules.ts', 'export const a = 2'],
  ['a new source', 'components/new.tsx', ''],
  ['other packages', 'package-lock.json', '{ "lockfileVersion": 3 }'],
  ['a new setting of Next', 'next.config.mjs', 'export default {}'],
])('is stale after %s', async (_case, file, content) => {
  const before = await inputsHash(root)
  await put(file, content)
  expect(await inputsHash(root)).not.toBe(before)
})

it.each([
  'lib/rules.test.ts',
  'lib/rules.db.test.ts',
  'lib/testing/makers.ts',
  'lib/platform/run.ts',
  'README.md',
])('does not care for %s', async (file) => {
  const before = await inputsHash(root)
  await put(file, 'changed')
  expect(await inputsHash(root)).toBe(before)
})

it('sees a file that moved, and a boundary that moved between two files', async () => {
  const before = await inputsHash(root)
  await put('lib/rules.ts', 'export const')
  await put('lib/rules2.ts', ' a = 1')
  expect(await inputsHash(root)).not.toBe(before)
})
