/** Takings are forgotten after two days: no window is longer than one. Milliseconds. */
export const KEEP_TAKINGS = 2 * 24 * 3600_000

/**
 * The network that an address counts for: itself in IPv4, its /64 in IPv6, because one subscriber holds at least
 * that many addresses (RFC 6177). `address` is bare: no brackets, port or zone.
 */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.replace(/\d+(\.\d+){3}$/, '0:0').split('::')
  const front = head.split(':').filter(Boolean)
  const back = (tail ?? '').split(':').filter(Boolean)
  const gap = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
  const groups = [...front, ...gap, ...back].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
