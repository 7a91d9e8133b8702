import { z } from 'zod'
import { keepHeapSmall } from '@/lib/platform/memory'
import { stopSignal } from '@/lib/platform/signals'

/** `scripts/import-run.ts RUN [undo]`: the process that `importApart` starts. Finds the database in its environment. */
export async function importRunCommand([run, undo]: string[]): Promise<never> {
  keepHeapSmall()
  const signal = stopSignal()
  const runId = z.uuid().parse(run)
  const [{ performRun, undoAsked }, { db }] = await Promise.all([
    import('@/lib/imports/performing/commands'),
    import('@/lib/db'),
  ])
  try {
    await (undo ? undoAsked(runId) : performRun(runId, signal))
    await db.$disconnect()
    process.exit(0)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`, () => process.exit(1))
    return new Promise(() => {})
  }
}
