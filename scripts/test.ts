import { runSuite } from '@/lib/testing/suite'

process.exit(await runSuite())
