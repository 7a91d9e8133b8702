import { useCallback, useEffect, useRef, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { afterEntries } from '@/lib/events/checkin/rules'
import type { DoorEntry, DoorGuest, DoorList } from '@/lib/events/checkin/schema'
import { MAX_ENTRIES } from '@/lib/events/checkin/terms'
import { keepList, keepPage, keepQueue, keptDoor } from './kept'

/** How this device stands with the instance. */
export type Link = 'synced' | 'sending' | 'offline' | 'signed_out' | 'closed'

/** Other phones at the same door are heard of this often. Milliseconds. */
const REFRESH = 15_000

const LINK_OF: Record<number, Link> = { 401: 'signed_out', 404: 'closed', 409: 'closed' }

const key = (entry: DoorEntry) => JSON.stringify(entry)

/**
 * The list at the door, which works without a network: what is done is kept on the device, shown at once, and sent when
 * the instance answers again.
 */
export function useDoor(initial: DoorList) {
  const { eventId } = initial
  const [list, setList] = useState(initial)
  const [queue, setQueue] = useState<DoorEntry[]>([])
  const [link, setLink] = useState<Link>('sending')
  const waiting = useRef<DoorEntry[]>([])
  const busy = useRef(false)

  const change = useCallback(
    async (to: (queue: DoorEntry[]) => DoorEntry[]) => {
      waiting.current = to(waiting.current)
      setQueue(waiting.current)
      await keepQueue(eventId, to)
    },
    [eventId],
  )

  const sync = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    try {
      do {
        const entries = waiting.current.slice(0, MAX_ENTRIES)
        const answer = await ask(eventId, entries)
        if (!answer?.ok) {
          setLink(answer ? (LINK_OF[answer.status] ?? 'offline') : 'offline')
          return
        }
        const fresh: DoorList = await answer.json()
        const sent = new Set(entries.map(key))
        setList(fresh)
        await keepList(fresh)
        await change((queue) => queue.filter((entry) => !sent.has(key(entry))))
        setLink('synced')
      } while (waiting.current.length > 0)
    } catch {
      setLink('offline')
    } finally {
      busy.current = false
    }
  }, [eventId, change])

  useEffect(() => {
    const wake = () => {
      if (document.visibilityState === 'visible') sync()
    }
    keptDoor(eventId).then((kept) => {
      // A page that was kept may be older than what this device heard since.
      if (kept.list) setList(kept.list)
      const known = new Set(waiting.current.map(key))
      waiting.current = [...kept.queue.filter((entry) => !known.has(key(entry))), ...waiting.current]
      setQueue(waiting.current)
      return sync()
    })
    keepPage().catch(() => {})
    const timer = setInterval(wake, REFRESH)
    window.addEventListener('online', wake)
    document.addEventListener('visibilitychange', wake)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', wake)
    }
  }, [eventId, sync])

  const add = useCallback(
    (entry: DoorEntry) => {
      change((queue) => [...queue, entry]).then(sync)
    },
    [change, sync],
  )
  const at = () => new Date().toISOString()
  // Not crypto.randomUUID: a phone reaches a demo by plain http, where browsers withhold it.
  return {
    list: afterEntries(list, queue),
    waiting: queue.length,
    link,
    retry: sync,
    see: ({ rsvpId }: DoorGuest) => add({ type: 'present', rsvpId, id: uuidv7(), at: at() }),
    unsee: ({ rsvpId, seen }: DoorGuest) => add({ type: 'absent', rsvpId, knew: seen }),
    walkIn: (name: string) => add({ type: 'walk_in', id: uuidv7(), name, at: at() }),
    walkOut: (id: string) => add({ type: 'walk_out', id }),
  }
}

export type DoorDesk = ReturnType<typeof useDoor>

/** Null when nobody answers. */
async function ask(eventId: string, entries: DoorEntry[]): Promise<Response | null> {
  const headers = { 'Content-Type': 'application/json' }
  const body = JSON.stringify({ entries })
  const options = entries.length > 0 ? { method: 'POST', headers, body } : {}
  return fetch(`/api/checkin/${eventId}`, { ...options, signal: AbortSignal.timeout(10_000) }).catch(
    () => null,
  )
}
