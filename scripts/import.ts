import { importCommand } from '@/lib/platform/import'

await importCommand(process.argv.slice(2))
