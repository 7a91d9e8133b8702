import { runPinned } from './pinned.mjs'

await runPinned('scripts/migrate.ts', process.argv.slice(2))
