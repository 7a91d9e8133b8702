import type { View } from '@/lib/map/terms'

const MONTH = 30 * 24 * 3_600_000

/** Keeps where one last looked, to about 100 m, so that the next visit opens there. Where it cannot, nothing is lost. */
export function rememberView({ lat, lng, zoom }: View): void {
  if (!('cookieStore' in window)) return
  const value = `${lat.toFixed(3)}_${lng.toFixed(3)}_${zoom}`
  const expires = performance.timeOrigin + performance.now() + MONTH
  window.cookieStore.set({ name: 'view', value, expires, path: '/', sameSite: 'lax' }).catch(() => undefined)
}
