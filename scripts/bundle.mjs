// What runs beside Next, as one bundle: to compile hundreds of files of TypeScript takes seconds at every start, and to
// look whether they are still the same takes milliseconds.
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Not in .next: Node remembers of a folder whether a package.json tells how its files are meant, and the site that is built
 * while we run brings one.
 */
const FOLDER = 'node_modules/.cache/cafetiere'
const RECORD = path.join(FOLDER, 'bundle.json')
/** Scripts that a door opens on (scripts/NAME.mjs), or that ours run in a process of their own. */
const SCRIPTS = ['start', 'worker', 'import', 'import-run', 'migrate', 'reset', 'test', 'towns']

/** Milliseconds after which nobody is expected to run an earlier bundle. */
const OLD = 14 * 24 * 60 * 60 * 1000

/** The folder of the bundle, which is made first where a file that it comes from has changed. */
export async function bundleFolder() {
  const known = readRecord()
  if (known?.node === process.version && known.files.every(isUnchanged)) return known.folder
  const { build } = await import('esbuild')
  // A folder of its own: whoever runs an earlier one goes on, and of two who make it at once neither sees half of it.
  const folder = path.resolve(FOLDER, `bundle-${randomUUID()}`)
  const { metafile } = await build({
    entryPoints: SCRIPTS.map((name) => `scripts/${name}.ts`),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: `node${process.versions.node}`,
    packages: 'external',
    metafile: true,
    logLevel: 'error',
  })
  const files = [...Object.keys(metafile.inputs), 'package-lock.json', 'tsconfig.json'].map(fingerprint)
  writeFileSync(`${folder}/record`, JSON.stringify({ node: process.version, folder, files }))
  renameSync(`${folder}/record`, RECORD)
  forgetOld()
  return folder
}

function forgetOld() {
  for (const name of readdirSync(FOLDER)) {
    const old = path.join(FOLDER, name)
    const { mtimeMs } = statSync(old)
    if (name.startsWith('bundle-') && mtimeMs < Date.now() - OLD)
      rmSync(old, { recursive: true, force: true })
  }
}

function readRecord() {
  try {
    return JSON.parse(readFileSync(RECORD, 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

function fingerprint(file) {
  const { size, mtimeMs } = statSync(file)
  return [file, size, mtimeMs]
}

function isUnchanged([file, size, mtimeMs]) {
  const found = statSync(file, { throwIfNoEntry: false })
  return found?.size === size && found.mtimeMs === mtimeMs
}
