import { runPinned } from './pinned.mjs'

await runPinned('scripts/import.ts', process.argv.slice(2))
