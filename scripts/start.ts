import { startCommand } from '@/lib/platform/start'

await startCommand({
  mode: process.argv.includes('--dev') ? 'development' : 'production',
  envFile: process.argv.includes('--no-env-file') ? null : '.env',
})
