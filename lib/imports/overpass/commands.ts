import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { env } from '@/lib/env'
import type { BBox } from '@/lib/geo/types'
import { ok, type Result, refuse } from '@/lib/result'
import { type Asking, askOverpass } from './queries'
import { type Also, halvesOf, queryOf, tilesOf, verdictOn, waitAfter, written } from './rules'

export type Download = {
  area: BBox
  also: readonly Also[]
  server: string
  userAgent: string
  /** A folder in it keeps the answers to this question. */
  cache: string
  now(): Date
  /** Comes back after so many milliseconds; throws when `signal` ends it. */
  wait(milliseconds: number, signal: AbortSignal): Promise<unknown>
  signal: AbortSignal
  /** A line for the person who waits. */
  say(line: string): void
  /** Milliseconds for one answer; for tests. */
  patience?: number
}

/** Seconds that the server may think. Ours end later: its own word on it is worth more than silence. */
const SECONDS = 90
const PATIENCE = (SECONDS + 30) * 1_000
const MAX_BYTES = 100_000_000
/** Milliseconds between two questions, so that others get their turn, and for which an answer is good. */
const PAUSE = 1_000
const FRESH = 86_400_000
/** Answers in vain before it is given up: busy, and silent, which seldom passes. */
const BUSY = 6
const SILENT = 3

/** What is known of a box: its answer, that there is nothing, or that it is asked for in halves. */
const MARKS = ['json', 'none', 'halved'] as const
type Mark = (typeof MARKS)[number]

/**
 * Asks an Overpass server for the places to work in an area, a tile at a time, and answers the files that hold some.
 * Answers of the last day are not asked for again, so that what broke off goes on; a place on a border is in two files.
 * Refused with sentences for the person who waits.
 */
export async function downloadPlaces(download: Download): Promise<Result<string[]>> {
  const { area, also, server, cache, say } = download
  const question = `${server}\n${queryOf(area, also, SECONDS)}`
  const folder = path.join(cache, createHash('sha256').update(question).digest('hex').slice(0, 16))
  await mkdir(folder, { recursive: true })
  const left = tilesOf(area).reverse()
  const progress = { done: 0, total: left.length, asked: 0, kept: 0 }
  const files: string[] = []
  for (let box = left.pop(); box; box = left.pop()) {
    const file = path.join(folder, written(box, '_'))
    let mark = await markOf(file, download.now())
    if (mark) progress.kept += 1
    else {
      const asked = await ask(box, file, download, progress.asked > 0)
      if (!asked.ok) return refuse(`${asked.reason} ${goOn(progress.done)}`)
      progress.asked += 1
      mark = asked.value
    }
    if (mark === 'halved') {
      left.push(...(halvesOf(box) ?? []).toReversed())
      progress.total += 1
      continue
    }
    progress.done += 1
    if (mark === 'json') files.push(`${file}.json`)
    say(`  ${progress.done} of ${progress.total}: ${written(box)}`)
  }
  if (progress.kept > 0) say(`  ${progress.kept} answers are of the last day, and were not asked for again.`)
  return ok(files)
}

function goOn(done: number): string {
  const kept =
    done > 0 ? `What came so far (${done} boxes) is kept for a day: run the same again to go on. ` : ''
  return `${kept}Another server: --server.`
}

/** Asks for one box until there is an answer, or no hope; marks what came of it. */
async function ask(box: BBox, file: string, download: Download, again: boolean): Promise<Result<Mark>> {
  const { server, signal, wait, say, patience = PATIENCE } = download
  const asking: Asking = {
    ...{ server, signal, patience, maxBytes: MAX_BYTES },
    userAgent: download.userAgent,
  }
  const question = queryOf(box, download.also, SECONDS)
  if (again) await wait(PAUSE, signal)
  for (let failures = 1; ; failures += 1) {
    const { verdict, text, patient } = await judged(question, asking, download.now())
    if (verdict.is === 'places') return ok(await keep(file, verdict.count > 0 ? 'json' : 'none', text))
    if (verdict.is === 'too_much') {
      if (!halvesOf(box)) return refuse(`${server} ${verdict.why} even of the small box ${written(box)}.`)
      say(`  The server ${verdict.why}; ${written(box)} is asked for in halves.`)
      return ok(await keep(file, 'halved', ''))
    }
    if (verdict.is === 'refused') return refuse(`${server} ${verdict.why}.`)
    if (failures >= patient) return refuse(`${server} ${verdict.why}, ${failures} times in a row.`)
    const pause = waitAfter(failures, verdict.wait)
    if (pause === null) return refuse(`${server} ${verdict.why} and asks to be left alone for long.`)
    say(`  The server ${verdict.why}; again in ${Math.ceil(pause / 1_000)} s.`)
    await wait(pause, signal)
  }
}

async function judged(question: string, asking: Asking, now: Date) {
  const answer = await askOverpass(question, asking)
  if (!('failed' in answer)) return { verdict: verdictOn(answer, now), text: answer.text, patient: BUSY }
  const verdict =
    answer.failed === 'too_long'
      ? ({ is: 'too_much', why: `sends more than ${MAX_BYTES / 1_000_000} MB` } as const)
      : ({ is: 'busy', why: answer.why, wait: null } as const)
  return { verdict, text: '', patient: SILENT }
}

async function markOf(file: string, now: Date): Promise<Mark | null> {
  for (const mark of MARKS) {
    const found = await stat(`${file}.${mark}`).catch(() => null)
    if (found && now.getTime() - found.mtimeMs < FRESH) return mark
  }
  return null
}

/** Where answers are kept: a folder in it for each question. */
export const answersFolder = (dataDir: string) => path.join(dataDir, 'cache', 'overpass')

/** Throws away answers that are older than their day: nobody asks for them again. */
export async function forgetAnswers(now: Date, folder = answersFolder(env().dataDir)): Promise<void> {
  const old = async (at: string) => {
    const found = await stat(at).catch(() => null)
    return found !== null && now.getTime() - found.mtimeMs >= FRESH
  }
  for (const question of await readdir(folder).catch(() => [])) {
    const inside = path.join(folder, question)
    for (const answer of await readdir(inside).catch(() => [])) {
      const at = path.join(inside, answer)
      if (await old(at)) await rm(at, { force: true })
    }
    // One that still holds answers, or has just been made for some, stays.
    if (await old(inside)) await rmdir(inside).catch(() => {})
  }
}

/** Nobody ever finds half an answer, whenever this ends. */
async function keep(file: string, mark: Mark, text: string): Promise<Mark> {
  const draft = `${file}.${randomBytes(6).toString('hex')}.part`
  try {
    await writeFile(draft, text)
    await rename(draft, `${file}.${mark}`)
  } finally {
    await rm(draft, { force: true })
  }
  return mark
}
