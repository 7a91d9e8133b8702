import { memoryLines } from '@/bench/map/memory'
import { env } from '@/lib/env'

// A process of its own, which has nothing in memory yet: `held.ts PLACES` writes what DATABASE_URL's map takes as JSON.
process.stdout.write(JSON.stringify(await memoryLines(env().databaseUrl, Number(process.argv[2]))))
process.exit(0)
