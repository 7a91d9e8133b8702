// Shows what the instance pushes, and opens its page. Words come with the push, in the person's language.

self.addEventListener('push', (event) => {
  const { title, body, url, tag } = event.data.json()
  const shown = { body, tag, renotify: true, icon: '/icon.svg', data: { url } }
  event.waitUntil(self.registration.showNotification(title, shown))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(event.notification.data.url))
})

async function open(url) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const page = pages.find((one) => one.url === url)
  return page ? page.focus() : self.clients.openWindow(url)
}

// The push service has replaced the subscription by itself.
self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(renew(event.oldSubscription?.options))
})

async function renew(options) {
  if (!options) return
  const subscription = await self.registration.pushManager.subscribe(options)
  const headers = { 'Content-Type': 'application/json' }
  await fetch('/api/push', { method: 'POST', headers, body: JSON.stringify(subscription) })
}

// The list at the door works where there is no network: its page and what it is made of are kept, the latest one only.

const DOOR = 'door'
const doorPath = /^\/(fr|en)\/host\/[\w-]+\/checkin$/
/** Milliseconds that a network which hardly answers gets before the kept page is shown. */
const PATIENCE = 6_000

self.addEventListener('message', (event) => {
  const { type, page, assets } = event.data ?? {}
  if (type === 'keep-door' && doorPath.test(page)) event.waitUntil(keepDoor(page, assets))
  if (type === 'forget-door') event.waitUntil(caches.delete(DOOR))
})

async function keepDoor(page, assets) {
  const answer = await fetch(page)
  // A redirect leads to signing in: that is no page to keep.
  if (!answer.ok || answer.redirected) return
  const cache = await caches.open(DOOR)
  const wanted = new Set([page, ...assets].map((url) => new URL(url, self.location.origin).href))
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url)
  await cache.put(page, answer)
  const missing = []
  for (const url of assets) if (!(await cache.match(url))) missing.push(url)
  await cache.addAll(missing)
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate' && doorPath.test(pathname)) event.respondWith(doorPage(request, pathname))
  else if (pathname.startsWith('/_next/static/')) event.respondWith(kept(request))
})

async function doorPage(request, pathname) {
  const network = fetch(request)
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE))
  const answer = await Promise.race([network.catch(() => undefined), patience])
  return answer ?? (await caches.match(pathname)) ?? network
}

/** Names under /_next/static/ stand for their content: what is kept is right. */
async function kept(request) {
  return (await caches.match(request)) ?? fetch(request)
}
