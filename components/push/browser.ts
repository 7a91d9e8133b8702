const DECLINED = 'cafetiere.push.declined'

/** Where a browser stands before anybody is asked. `off` covers what it cannot do and what was refused. */
export type Standing = 'off' | 'open' | 'on'

/** May this browser still be asked, and is it subscribed already? */
export async function standing(): Promise<Standing> {
  const able = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
  if (!able || Notification.permission === 'denied' || declined()) return 'off'
  if (Notification.permission !== 'granted') return 'open'
  const worker = await navigator.serviceWorker.getRegistration('/')
  return (await worker?.pushManager.getSubscription()) ? 'on' : 'open'
}

function declined(): boolean {
  try {
    return localStorage.getItem(DECLINED) !== null
  } catch {
    return false
  }
}

/** "No thanks" is remembered on this device, and asked for no more. Where it cannot be, the card is just gone for now. */
export function decline(): void {
  try {
    localStorage.setItem(DECLINED, '1')
  } catch {
    // Storage is closed to us: nothing to remember with.
  }
}

/** Subscribes this browser with the instance's key and tells the instance. Throws when either does not take it. */
export async function subscribe(publicKey: string): Promise<void> {
  await navigator.serviceWorker.register('/sw.js')
  const { pushManager } = await navigator.serviceWorker.ready
  // One made with another key would be in the way.
  await (await pushManager.getSubscription())?.unsubscribe()
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
  await tell(subscription)
}

/** Says again which browser this is: another person may have signed in on it. */
export async function confirmSubscription(): Promise<void> {
  const worker = await navigator.serviceWorker.getRegistration('/')
  const subscription = await worker?.pushManager.getSubscription()
  if (subscription) await tell(subscription)
}

/** Ends this browser's subscription: its push service tells the instance when it next tries. */
export async function unsubscribe(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const worker = await navigator.serviceWorker.getRegistration('/')
  await (await worker?.pushManager?.getSubscription())?.unsubscribe()
}

async function tell(subscription: PushSubscription): Promise<void> {
  const headers = { 'Content-Type': 'application/json' }
  const answer = await fetch('/api/push', { method: 'POST', headers, body: JSON.stringify(subscription) })
  if (!answer.ok) throw new Error(`the instance answered ${answer.status}`)
}
