import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { errorCode, OperatorError } from '@/lib/errors'
import { awaitLock } from '@/lib/platform/lock'
import { diskFull } from '@/lib/platform/postgres/cluster'
import { finishAssets } from '@/lib/platform/web/assets'
import { compileStyles, putStyles } from '@/lib/platform/web/styles'

/** What the built site is made of. No setting is: the environment is read when the site starts. */
const INPUTS = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'proxy.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]
const NOT_BUILT = /\.(test|spec)\.tsx?$|(^|\/)lib\/(testing|platform)\//
const STAMP = '.next/inputs'
/** How those files looked when they were last found to be the same. */
const LOOKS = '.next/looks'

/** Builders of one folder take turns here: Next refuses the second one, who mostly has nothing left to do. */
const TURNS = 'node_modules/.cache/cafetiere-build'

/**
 * Runs `next build` unless `.next` was built from these very files with this Node. Says which it was. Of several at
 * once one builds, and the others wait for it.
 */
export async function buildWhenStale(
  signal: AbortSignal,
  root = process.cwd(),
  build = nextBuild,
): Promise<'built' | 'fresh'> {
  const turn = await awaitLock(path.join(root, TURNS), 'a build of the site.', signal)
  try {
    return await buildOnce(signal, root, build)
  } finally {
    await turn.release()
  }
}

async function buildOnce(
  signal: AbortSignal,
  root: string,
  build: typeof nextBuild,
): Promise<'built' | 'fresh'> {
  const inputs = await inputsHash(root)
  if ((await readStamp(root)) === inputs) return 'fresh'
  await build(root, signal)
  await finishAssets(root)
  await markBuilt(root, inputs)
  return 'built'
}

/** Notes what `.next` was built from. */
export async function markBuilt(root: string, inputs: string): Promise<void> {
  await writeFile(path.join(root, STAMP), inputs)
}

/** Would a start have to build? Reads the files only where one looks different from when this was asked last. */
export async function isStale(root = process.cwd()): Promise<boolean> {
  const stamp = await readStamp(root)
  if (stamp === null) return true
  const looks = `${stamp} ${await looksOf(root)}`
  if ((await readFile(path.join(root, LOOKS), 'utf8').catch(() => '')) === looks) return false
  if (stamp !== (await inputsHash(root))) return true
  // Where nothing may be written, they are read each time.
  await writeFile(path.join(root, LOOKS), looks).catch(() => {})
  return false
}

/** SHA-256 over the paths, sizes and times of everything that goes into the build. */
async function looksOf(root: string): Promise<string> {
  const hash = createHash('sha256').update(process.version)
  for (const file of await inputFiles(root, INPUTS)) {
    // One after the other and without waiting: fifteen hundred take less than starting as many reads.
    const { size, mtimeMs } = statSync(path.join(root, file))
    hash.update(`\0${file}\0${size}\0${mtimeMs}`)
  }
  return hash.digest('hex')
}

/** What goes into the build, in order. */
async function inputFiles(root: string, inputs: string[]): Promise<string[]> {
  const files = (await Promise.all(inputs.map((input) => filesOf(root, input)))).flat()
  return files.filter((file) => !NOT_BUILT.test(file)).sort()
}

/** SHA-256 over the paths and contents of everything that goes into the build. */
export async function inputsHash(root: string, inputs = INPUTS): Promise<string> {
  const hash = createHash('sha256').update(process.version)
  for (const file of await inputFiles(root, inputs)) {
    const content = await readFile(path.join(root, file))
    hash.update(`\0${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/** Paths relative to `root`, with forward slashes; nothing for an input that is not there. */
async function filesOf(root: string, input: string): Promise<string[]> {
  try {
    const entries = await readdir(path.join(root, input), { withFileTypes: true, recursive: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR') return [input]
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

async function readStamp(root: string): Promise<string | null> {
  try {
    await readFile(path.join(root, '.next/BUILD_ID'))
    return await readFile(path.join(root, STAMP), 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null
    throw error
  }
}

/** Lines of the build's own words that are shown when it fails. */
const SHOWN = 40

/** Builds the site, and what it reads beside itself: the towns, so that nobody's search has to wait for them. */
async function nextBuild(root: string, signal: AbortSignal): Promise<void> {
  // First, since the built site knows their digest.
  const styles = await compileStyles(root)
  await run(['node_modules/next/dist/bin/next', 'build'], root, signal, { NEXT_PUBLIC_STYLES: styles.digest })
  await putStyles(root, styles)
  await run(['scripts/launch.mjs', 'scripts/towns.ts'], root, signal)
}

/** Runs a script of Node in a process of its own, whose memory is not kept. Rejects with what it said. */
function run(
  args: string[],
  root: string,
  signal: AbortSignal,
  known: Record<string, string> = {},
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const child = spawn(process.execPath, args, {
    cwd: root,
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...known,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
    },
  })
  let said = ''
  const listen = (chunk: Buffer) => {
    said = (said + chunk).slice(-20_000)
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  child.once('error', reject)
  child.once('close', (code) => {
    if (code === 0) return resolve()
    if (signal.aborted) return reject(signal.reason)
    const tail = said.trim().split('\n').slice(-SHOWN).join('\n')
    reject(diskFull(said) ?? new OperatorError(`The site could not be built. The build said:\n${tail}`))
  })
  return promise
}
