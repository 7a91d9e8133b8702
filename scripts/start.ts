import { startCommand } from '@/lib/platform/start'

const { argv } = process

await startCommand({
  mode: argv.includes('--dev') ? 'development' : 'production',
  envFile: argv.includes('--no-env-file') ? null : '.env',
  // Hundreds of lines that one start in a hundred needs.
  seed: async (now) => (await import('@/prisma/seed')).seed(now),
})
