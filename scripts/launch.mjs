// node scripts/launch.mjs scripts/NAME.ts ARGUMENTS: runs a script of ours, bundled, in this very process.
import { enableCompileCache } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleFolder } from './bundle.mjs'

// What modules are compiled to is kept from one start to the next: Next and the site alone are 8 MB of source.
enableCompileCache(path.resolve('node_modules/.cache/cafetiere/compiled'))
const [, , script] = process.argv
process.argv.splice(1, 1)
const bundled = path.join(await bundleFolder(), `${path.basename(script, '.ts')}.mjs`)
await import(pathToFileURL(bundled).href)
