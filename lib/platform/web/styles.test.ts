import { createHash } from 'node:crypto'
import { access, mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { stylesFile } from '@/lib/http/terms'
import { compileStyles, publishStyles, putStyles } from './styles'

let root: string
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'cafetiere-styles-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

it('makes one sheet that stands inside a page, lets no text wait, and finds its fonts by names that change with them', async () => {
  const styles = await compileStyles(process.cwd())
  await putStyles(root, styles)
  const { text, digest } = styles
  expect(text).toContain('--paper:')
  expect(text).toContain('.min-h-dvh{')
  expect(text).not.toMatch(/@import|[{;]font-display:(?!optional)/)
  const asked = [...text.matchAll(/url\(([^)]+)\)/g)].map(([, address = '']) => address)
  expect(asked.length).toBeGreaterThanOrEqual(4)
  for (const address of asked) await access(path.join(root, address.replace('/_next/', '.next/')))
  const file = await readFile(path.join(root, stylesFile(digest).replace('/_next/', '.next/')))
  expect(createHash('sha256').update(file).digest('base64url')).toBe(digest)
  await publishStyles(root)
})

it('stops a start whose build has none, rather than serve bare pages', async () => {
  await expect(publishStyles(root)).rejects.toThrow('not built')
})
