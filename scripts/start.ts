import { startCommand } from '@/lib/platform/start'
import { seed } from '@/prisma/seed'

const { argv } = process

await startCommand({
  mode: argv.includes('--dev') ? 'development' : 'production',
  envFile: argv.includes('--no-env-file') ? null : '.env',
  seed,
})
