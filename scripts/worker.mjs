import { runPinned } from './pinned.mjs'

await runPinned('scripts/worker.ts', process.argv.slice(2))
