import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { freePort } from '@/lib/platform/ports'
import { seconds } from '@/lib/platform/steps'
import { ensureBrowser, findShell } from './browser'
import { failuresOfPlaywright, failuresOfVitest } from './failures'
import { add, lastLine, NOTHING, type Tally, tallyOfPlaywright, tallyOfVitest, withExit } from './tally'

const RESULTS = 'test-results'
const bin = (name: string, file: string) => [path.join('node_modules', name, file)]
const biome = bin('@biomejs/biome', 'bin/biome')
const tsc = bin('typescript', 'bin/tsc')
const next = bin('next', 'dist/bin/next')
const vitest = bin('vitest', 'vitest.mjs')
const playwright = bin('@playwright/test', 'cli.js')

/** Those of `npm run bench` whose bars no noise of a machine moves, with the fewest rounds. */
const BENCHES = [
  ['weight', '1'],
  ['map', '20000', '2'],
]

/** What came of one step, and the tests in it that failed, a line each. */
type Step = { tally: Tally; failures: string[] }

/**
 * All that must hold, one step after the other, each whatever came of the one before: lint, types, unit, database and
 * browser tests. Answers the exit code. Whatever failed is named once more at the end, where nobody has to look for it;
 * the last line on stdout is the tally.
 */
export async function runSuite(): Promise<number> {
  await rm(RESULTS, { recursive: true, force: true })
  let tally = NOTHING
  const failures: string[] = []
  const count = async (label: string, work: () => Promise<Step>) => {
    say(`\n${label}`)
    const begun = performance.now()
    const { tally: own, failures: named } = await work()
    tally = add(tally, own)
    if (own.failed > 0) failures.push(...(named.length > 0 ? named : [label]))
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
  // Small and short: what a phone loads, and tiles that are exact, few and light.
  for (const args of BENCHES) await count(`Bench: ${args.join(' ')}`, () => bench(args))
  if (failures.length > 0) say(`\nWhat failed:\n${failures.map((failure) => `- ${failure}`).join('\n')}`)
  say(`\n${lastLine(tally)}`)
  return tally.failed === 0 ? 0 : 1
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function check(args: string[], env: Record<string, string> = {}): Promise<Step> {
  return {
    tally: (await node(args, env)) ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 },
    failures: [],
  }
}

async function bench(args: string[]): Promise<Step> {
  const found = await ensureBrowser(say)
  return check(['--import', 'tsx', 'bench/run.ts', ...args], found ? { CAFETIERE_BROWSER: found } : {})
}

async function unit(project: string): Promise<Step> {
  const outputFile = path.join(RESULTS, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`]
  const ok = await node([...vitest, 'run', '--project', project, ...reporters])
  return stepOf(outputFile, ok, tallyOfVitest, (report) => failuresOfVitest(report, process.cwd()))
}

async function browser(): Promise<Step> {
  const found = await ensureBrowser(say)
  if (!found) {
    say('There is no browser to test with. Name one: CAFETIERE_BROWSER=/path/to/chromium npm test')
    return { tally: { ...NOTHING, failed: 1 }, failures: [] }
  }
  const shell = findShell()
  const env = {
    CAFETIERE_BROWSER: found,
    ...(shell ? { CAFETIERE_SHELL: shell } : {}),
    E2E_PORT: String(await freePort()),
  }
  const ok = await node([...playwright, 'test'], env)
  return stepOf(path.join(RESULTS, 'e2e.json'), ok, tallyOfPlaywright, failuresOfPlaywright)
}

/** A program that left no report ran no test that can be vouched for: a failure, even if it says that it ended well. */
async function stepOf(
  file: string,
  ok: boolean,
  tallyOf: (report: unknown) => Tally,
  failuresOf: (report: unknown) => string[],
): Promise<Step> {
  try {
    const report: unknown = JSON.parse(await readFile(file, 'utf8'))
    return { tally: withExit(tallyOf(report), ok), failures: failuresOf(report) }
  } catch {
    return { tally: { ...NOTHING, failed: 1 }, failures: [] }
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
