import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { runById } from '@/lib/imports/runs/queries'
import { drain } from '@/lib/jobs/worker'
import { forgetJobs } from '@/lib/testing/jobs'
import { makeFreelancer, toActor } from '@/lib/testing/makers'
import { instanceSetting } from '@/lib/testing/settings'
import {
  forgetFiles,
  importsFolder,
  mapColumns,
  requestImport,
  requestUndo,
  stopRun,
  takeIn,
} from './commands'

instanceSetting('ADMIN_EMAILS', 'ada@example.org')

beforeEach(async () => {
  await forgetJobs()
  await db.importRun.deleteMany()
  await db.space.deleteMany()
})

const stranger = async (): Promise<Actor> => toActor(await makeFreelancer())
const ada = async (): Promise<Actor> => ({ ...(await stranger()), email: 'ada@example.org' })

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
}

const DESKS = JSON.stringify({
  elements: [
    { type: 'node', id: 1, lat: 43.5, lon: 7, tags: { office: 'coworking', name: 'La Ruche' } },
    { type: 'node', id: 2, lat: 43.6, lon: 7, tags: { amenity: 'bench' } },
  ],
})

/** A run over this text, asked for and done by the worker. */
async function imported(actor: Actor, name: string, text: string) {
  const taken = await takeIn(name, pieces(text))
  if (!taken.ok) throw new Error(taken.reason)
  const { file, sha256 } = taken.value
  const asked = await requestImport(actor, { origin: name, sha256, options: { file } })
  if (!asked.ok) throw new Error(asked.reason)
  await drain()
  const run = await runById(asked.value, now())
  if (!run) throw new Error('no run')
  return { run, file }
}

describe('takeIn', () => {
  it('keeps a file as it comes, with its hash', async () => {
    const taken = await takeIn('Lieux.JSON', pieces('{"a":', '1}'))
    expect(taken).toMatchObject({ ok: true, value: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } })
    if (!taken.ok) return
    expect(taken.value.file).toMatch(/^[0-9a-f-]{36}\.json$/)
    expect(await readFile(path.join(importsFolder(), taken.value.file), 'utf8')).toBe('{"a":1}')
  })

  it('leaves nothing of what is too large, empty or broken off', async () => {
    const before = (await readdir(importsFolder())).sort()
    expect(await takeIn('a.csv', pieces('12345', '6'), 5)).toEqual({ ok: false, reason: 'too_large' })
    expect(await takeIn('a.csv', pieces())).toEqual({ ok: false, reason: 'empty' })
    const torn = async function* () {
      yield Buffer.from('a')
      throw new Error('the line went dead')
    }
    await expect(takeIn('a.csv', torn())).rejects.toThrow('the line went dead')
    expect((await readdir(importsFolder())).sort()).toEqual(before)
  })
})

describe('a run', () => {
  it('is done by the worker, with its hash, its counts and its source', async () => {
    const actor = await ada()
    const { run } = await imported(actor, 'desks.json', DESKS)
    expect(run).toMatchObject({
      status: 'done',
      source: 'osm',
      licence: 'ODbL-1.0',
      total: 2,
      origin: 'desks.json',
    })
    expect(run.tally).toMatchObject({ read: 2, created: 1, skipped: { other: 1 } })
    expect(run.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await db.space.count()).toBe(1)
    expect(await requestUndo(actor, run.id)).toEqual({ ok: true, value: undefined })
    await drain()
    expect((await runById(run.id, now()))?.status).toBe('undone')
    expect(await db.space.count()).toBe(0)
  })

  it('fails with what is wrong with its file', async () => {
    const { run } = await imported(await ada(), 'page.json', '<!doctype html><html>')
    expect(run).toMatchObject({ status: 'failed', problem: { code: 'html' } })
  })

  it('of an unknown table fails with its columns, and begins again once somebody named them', async () => {
    const actor = await ada()
    const csv = 'titre;nord;est\nLa Ruche;43,5;7,0\nLe Phare;43,6;7,1\n'
    const { run } = await imported(actor, 'lieux.csv', csv)
    expect(run).toMatchObject({
      status: 'failed',
      problem: { code: 'unknown', columns: ['titre', 'nord', 'est'] },
    })
    const map = { name: 'titre', lat: 'nord', lng: 'est' }
    expect(await mapColumns(await stranger(), run.id, { kind: null, map })).toEqual({
      ok: false,
      reason: 'forbidden',
    })
    await mapColumns(actor, run.id, { kind: 'coworking', map: { ...map, lng: 'ouest' } })
    await drain()
    expect(await runById(run.id, now())).toMatchObject({ status: 'failed', problem: { code: 'no_column' } })
    await mapColumns(actor, run.id, { kind: 'coworking', map })
    await drain()
    expect(await runById(run.id, now())).toMatchObject({
      status: 'done',
      problem: null,
      tally: { created: 2 },
    })
    expect(await db.space.findFirst({ where: { name: 'Le Phare' } })).toMatchObject({
      kind: 'coworking',
      lat: 43.6,
    })
  })

  it('of an address on a private network reaches nobody', async () => {
    const asked = await requestImport(await ada(), {
      origin: 'x',
      options: { url: 'http://127.0.0.1/places.json' },
    })
    await drain()
    const run = await runById(asked.ok ? asked.value : '', now())
    expect(run).toMatchObject({ status: 'failed', problem: { code: 'not_public' } })
  })

  it('that was stopped before it began writes nothing', async () => {
    const actor = await ada()
    const taken = await takeIn('desks.json', pieces(DESKS))
    const options = taken.ok ? { file: taken.value.file } : {}
    const asked = await requestImport(actor, { origin: 'desks.json', options })
    const id = asked.ok ? asked.value : ''
    expect(await stopRun(await stranger(), id)).toEqual({ ok: false, reason: 'forbidden' })
    await stopRun(actor, id)
    await drain()
    expect((await runById(id, now()))?.status).toBe('stopped')
    expect(await db.space.count()).toBe(0)
  })

  it('is for administrators alone', async () => {
    const actor = await stranger()
    expect(await requestImport(actor, { origin: 'x', options: {} })).toEqual({
      ok: false,
      reason: 'forbidden',
    })
    expect(await requestUndo(actor, 'x')).toEqual({ ok: false, reason: 'forbidden' })
  })
})

it('files that no run needs are thrown away', async () => {
  const { file } = await imported(await ada(), 'desks.json', DESKS)
  const { file: failed } = await imported(await ada(), 'page.json', '<html>')
  await writeFile(path.join(importsFolder(), 'stray.json'), '')
  await forgetFiles(new Date(now().getTime() - 60_000))
  const left = await readdir(importsFolder())
  expect(left).not.toContain('stray.json')
  expect(left).not.toContain(file)
  expect(left).toContain(failed)
  await forgetFiles(new Date(now().getTime() + 60_000))
  expect(await readdir(importsFolder())).not.toContain(failed)
})
