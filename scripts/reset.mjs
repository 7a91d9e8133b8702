import { runPinned } from './pinned.mjs'

await runPinned('scripts/reset.ts', process.argv.slice(2))
