import { readPacked } from '@/lib/towns/gazetteer/queries'
import type { Packed } from '@/lib/towns/packed/rules'

let packed: Promise<Packed> | undefined

/** The gazetteer (about 87,000 towns, 14 MB), read once per process by the first who asks, in some milliseconds. */
export function lookup(): Promise<Packed> {
  packed ??= readPacked()
  packed.catch(() => {
    packed = undefined
  })
  return packed
}
