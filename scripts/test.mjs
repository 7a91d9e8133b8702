import { runPinned } from './pinned.mjs'

await runPinned('scripts/test.ts', process.argv.slice(2))
