import { createStore, del, get, set, type UseStore } from 'idb-keyval'
import { type Check, readChecks } from '@/lib/loneliness/rules'

let opened: UseStore | undefined

/** Opened when first needed: a server has no such thing. */
function store(): UseStore {
  opened ??= createStore('private-checks', 'checks')
  return opened
}

/** Somebody's checks on this device, oldest first; null in a browser that keeps nothing (private windows). */
export async function keptChecks(personId: string): Promise<Check[] | null> {
  try {
    return readChecks(await get(personId, store()))
  } catch {
    return null
  }
}

/** Keeps them here and nowhere else. Answers whether the browser did. */
export async function keepChecks(personId: string, checks: Check[]): Promise<boolean> {
  return set(personId, checks, store()).then(
    () => true,
    () => false,
  )
}

export async function eraseChecks(personId: string): Promise<void> {
  await del(personId, store()).catch(() => {})
}
