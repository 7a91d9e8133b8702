import { runPinned } from './pinned.mjs'

await runPinned('scripts/start.ts', process.argv.slice(2))
