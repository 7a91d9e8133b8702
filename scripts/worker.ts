import { workerCommand } from '@/lib/platform/worker'

await workerCommand({ envFile: process.argv.includes('--no-env-file') ? null : '.env' })
