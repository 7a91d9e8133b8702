import { clear, createStore, get, set, type UseStore, update } from 'idb-keyval'
import type { DoorEntry, DoorList } from '@/lib/events/checkin/schema'

/** The list as the instance last said it goes when somebody signs out; what was done and not yet sent stays. */
const lists = once(() => createStore('door-lists', 'lists'))
const queues = once(() => createStore('door-queues', 'queues'))

/** Opened when first needed: a server has no such thing. */
function once(open: () => UseStore): () => UseStore {
  let store: UseStore | undefined
  return () => {
    store ??= open()
    return store
  }
}

/** What this device keeps of a door. A browser that keeps nothing (private windows) has nothing. */
export async function keptDoor(eventId: string): Promise<{ list?: DoorList; queue: DoorEntry[] }> {
  try {
    const [list, queue] = await Promise.all([
      get<DoorList>(eventId, lists()),
      get<DoorEntry[]>(eventId, queues()),
    ])
    return { list, queue: queue ?? [] }
  } catch {
    return { queue: [] }
  }
}

export async function keepList(list: DoorList): Promise<void> {
  await clear(lists()).catch(() => {})
  await set(list.eventId, list, lists()).catch(() => {})
}

/** Changes what waits to be sent, in one step with what other tabs do. */
export async function keepQueue(eventId: string, change: (queue: DoorEntry[]) => DoorEntry[]): Promise<void> {
  await update<DoorEntry[]>(eventId, (queue) => change(queue ?? []), queues()).catch(() => {})
}

/** Signed out: names of guests stay on no device. */
export async function forgetDoor(): Promise<void> {
  if (!('indexedDB' in window)) return
  await clear(lists()).catch(() => {})
  navigator.serviceWorker?.controller?.postMessage({ type: 'forget-door' })
}

/** Asks the service worker to keep this page and everything it has loaded so far. */
export async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/sw.js')
  const { active } = await navigator.serviceWorker.ready
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  const assets = loaded.filter((url) => url.startsWith(`${location.origin}/_next/static/`))
  active?.postMessage({ type: 'keep-door', page: location.pathname, assets: [...new Set(assets)] })
}
