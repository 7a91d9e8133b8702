import { migrateCommand } from '@/lib/platform/migrate'

await migrateCommand(process.argv.slice(2))
