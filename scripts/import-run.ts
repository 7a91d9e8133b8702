import { importRunCommand } from '@/lib/platform/import-run'

await importRunCommand(process.argv.slice(2))
