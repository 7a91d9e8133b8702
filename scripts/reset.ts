import { resetCommand } from '@/lib/platform/reset'

await resetCommand(process.argv.slice(2))
