import { hash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inspect, records } from './queries'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cafetiere-import-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function file(content: string | Uint8Array): Promise<string> {
  const at = path.join(folder, 'file.json')
  await writeFile(at, content)
  return at
}

const BOM = '\u{feff}'

it.each([
  ['', 'empty'],
  ['  \n', 'empty'],
  ['<!DOCTYPE html><title>504</title>', 'html'],
  [`${BOM}\n<html>`, 'html'],
  ['<?xml version="1.0"?><osm version="0.6"/>', 'xml'],
  [gzipSync('{}'), 'compressed'],
  [new Uint8Array([0, 0, 0, 13, 10]), 'binary'],
  [Buffer.from('{"features":[]}', 'utf16le'), 'binary'],
  ['name;lat;lng', 'empty'],
  ['a line of words', 'not_json'],
  ['name,lat\n"Caf', 'torn'],
  ['{"features":[{"a":1},{"b"', 'truncated'],
  ['{"type":"FeatureCollection"}', 'no_list'],
])('refuses %j: %s', async (content, code) => {
  expect(await inspect(await file(content))).toMatchObject({ ok: false, problem: { code } })
})

it('refuses what is not there, and a folder', async () => {
  expect(await inspect(path.join(folder, 'nowhere'))).toMatchObject({ problem: { code: 'missing' } })
  expect(await inspect(folder)).toMatchObject({ problem: { code: 'directory' } })
})

it('counts the rows and gives them one by one, past a byte order mark and a piece boundary inside a letter', async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => JSON.stringify({ i, name: 'é'.repeat(100) }))
  const at = await file(`${BOM}{"features":[\n${rows.join(',\n')}\n]}`)
  expect(await inspect(at)).toMatchObject({ ok: true, value: { rows: 3000, remark: null } })
  const found = await Array.fromAsync(
    records({ path: at, form: { type: 'json', encoding: 'utf-8', list: 'features' } }),
  )
  expect(found.map(({ text }) => text.trim())).toEqual(rows)
  expect(found.at(-1)?.line).toBe(3001)
})

it.each([
  ['commas', 'name,lat,town\n"Café, bar",43.5,Nîmes\n', 'utf-8'],
  ['semicolons and a byte order mark', `${BOM}name;lat;town\r\n"Café, bar";43.5;Nîmes\r\n`, 'utf-8'],
  ['tabs', 'name\tlat\ttown\nCafé, bar\t43.5\tNîmes', 'utf-8'],
  ['Latin-1', Buffer.from('name;lat;town\nCafé, bar;43.5;Nîmes\n', 'latin1'), 'windows-1252'],
] as const)('reads a table with %s', async (_, content, encoding) => {
  const inspected = await inspect(await file(content))
  if (!inspected.ok) throw new Error(inspected.problem.code)
  expect(inspected.value).toMatchObject({ rows: 1, form: { type: 'csv', encoding } })
  const [row] = await Array.fromAsync(records(inspected.value))
  expect(row).toMatchObject({ row: 1, line: 2 })
  expect(JSON.parse(row?.text ?? '')).toEqual({ name: 'Café, bar', lat: '43.5', town: 'Nîmes' })
})

it('reads JSON in Latin-1, and a bare list', async () => {
  const inspected = await inspect(await file(Buffer.from('[{"name":"Café"}]', 'latin1')))
  if (!inspected.ok) throw new Error(inspected.problem.code)
  expect(inspected.value.form).toEqual({ type: 'json', encoding: 'windows-1252', list: '' })
  // As `sha256sum` says it, although the file was read twice.
  expect(inspected.value.sha256).toBe(hash('sha256', await readFile(inspected.value.path), 'hex'))
  const [row] = await Array.fromAsync(records(inspected.value))
  expect(row?.text).toBe('{"name":"Café"}')
})
