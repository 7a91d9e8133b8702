import { readPacked } from '@/lib/towns/gazetteer/queries'
import type { Packed } from '@/lib/towns/packed/rules'

let packed: Promise<Packed> | undefined

/** The gazetteer (about 87,000 towns, 16 MB), opened once per process; each part is read by the first who asks, in a millisecond. */
export function lookup(): Promise<Packed> {
  packed ??= readPacked()
  packed.catch(() => {
    packed = undefined
  })
  return packed
}
