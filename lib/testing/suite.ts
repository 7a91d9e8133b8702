import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { freePort } from '@/lib/platform/ports'
import { seconds } from '@/lib/platform/steps'
import { ensureBrowser } from './browser'
import { add, lastLine, NOTHING, type Tally, tallyOfPlaywright, tallyOfVitest, withExit } from './tally'

const RESULTS = 'test-results'
const bin = (name: string, file: string) => [path.join('node_modules', name, file)]
const biome = bin('@biomejs/biome', 'bin/biome')
const tsc = bin('typescript', 'bin/tsc')
const next = bin('next', 'dist/bin/next')
const vitest = bin('vitest', 'vitest.mjs')
const playwright = bin('@playwright/test', 'cli.js')

/**
 * All that must hold, one step after the other, each whatever came of the one before: lint, types, unit, database and
 * browser tests. Answers the exit code; its last line on stdout is the tally.
 */
export async function runSuite(): Promise<number> {
  await rm(RESULTS, { recursive: true, force: true })
  let tally = NOTHING
  const count = async (label: string, work: () => Promise<Tally>) => {
    say(`\n${label}`)
    const begun = performance.now()
    const own = await work()
    tally = add(tally, own)
    say(`${label}: ${lastLine(own)}, ${seconds(performance.now() - begun)}`)
  }
  await count('Format and lint', () => check([...biome, 'check', '--error-on-warnings', '.']))
  await count('House rules', () => check(['--import', 'tsx', 'scripts/check-house.ts']))
  await count('Types', async () => {
    await node([...next, 'typegen'])
    return check([...tsc, '--noEmit'])
  })
  await count('Unit tests', () => unit('unit'))
  await count('Database tests', () => unit('db'))
  await count('Browser tests', browser)
  say(`\n${lastLine(tally)}`)
  return tally.failed === 0 ? 0 : 1
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function check(args: string[]): Promise<Tally> {
  return (await node(args)) ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 }
}

async function unit(project: string): Promise<Tally> {
  const outputFile = path.join(RESULTS, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`]
  const ok = await node([...vitest, 'run', '--project', project, ...reporters])
  return withExit(await report(outputFile, tallyOfVitest), ok)
}

async function browser(): Promise<Tally> {
  const found = await ensureBrowser(say)
  if (!found) {
    say('There is no browser to test with. Name one: CAFETIERE_BROWSER=/path/to/chromium npm test')
    return { ...NOTHING, failed: 1 }
  }
  const env = { CAFETIERE_BROWSER: found, E2E_PORT: String(await freePort()) }
  const ok = await node([...playwright, 'test'], env)
  return withExit(await report(path.join(RESULTS, 'e2e.json'), tallyOfPlaywright), ok)
}

/** A program that left no report ran no test that can be vouched for: a failure, even if it says that it ended well. */
async function report(file: string, read: (report: unknown) => Tally): Promise<Tally> {
  try {
    return read(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return { ...NOTHING, failed: 1 }
  }
}

/** Runs a program under this very Node, its words shown. Did it end well? */
function node(args: string[], env: Record<string, string> = {}): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
  child.once('error', () => resolve(false))
  child.once('close', (code) => resolve(code === 0))
  return promise
}
