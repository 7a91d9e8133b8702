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
