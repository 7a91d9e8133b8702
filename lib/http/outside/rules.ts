import { ok, type Result, refuse } from '@/lib/result'

/**
 * Why an address that somebody typed is not fetched, or not to its end.
 * `bad_address` no http(s) address, with a name and password, or at an unusual port; `not_public` this machine, a
 * private network or a special range; `unknown_host` no such name; `unreachable` no connection, or it broke;
 * `timeout` too slow; `bad_status` anything but 200; `bad_redirect` too many, nowhere, or out of TLS; `encoded`
 * compressed though nobody asked for it; `too_large` more bytes than allowed.
 */
export type OutsideRefusal =
  | 'bad_address'
  | 'not_public'
  | 'unknown_host'
  | 'unreachable'
  | 'timeout'
  | 'bad_status'
  | 'bad_redirect'
  | 'encoded'
  | 'too_large'

/** Where to go for an address. `host` is a name, or a literal address without brackets. */
export type Target = { url: URL; host: string; port: number; secure: boolean }

const LONGEST = 2_000
/** Where web servers are. Anything else behind a public address is not meant for us. */
const PORTS = new Set([80, 443, 8080, 8443])
/** Names that mean something on one network only (RFC 6761, 6762, 8375; ICANN's "internal"). */
const LOCAL_NAME = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|test|invalid|home\.arpa)$/

/** Reads a typed address, before any name is looked up. */
export function targetOf(typed: string): Result<Target, 'bad_address' | 'not_public'> {
  const url = typed.length <= LONGEST ? URL.parse(typed) : null
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return refuse('bad_address')
  if (url.username || url.password) return refuse('bad_address')
  const secure = url.protocol === 'https:'
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port)
  if (!PORTS.has(port)) return refuse('bad_address')
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')
  const literal = addressBytes(host) !== null
  const isPublic = literal ? isPublicAddress(host) : host.includes('.') && !LOCAL_NAME.test(host)
  return isPublic ? ok({ url, host, port, secure }) : refuse('not_public')
}

/** Where a redirect leads, judged as if it had been typed. */
export function redirectOf(from: Target, location: string | undefined): Result<Target, OutsideRefusal> {
  const next = location === undefined ? null : URL.parse(location, from.url)
  if (!next) return refuse('bad_redirect')
  const target = targetOf(next.href)
  return target.ok && from.secure && !target.value.secure ? refuse('bad_redirect') : target
}

/** The bytes of a literal address, 4 or 16; null for anything else, also with a zone (fe80::1%eth0). */
export function addressBytes(text: string): number[] | null {
  return text.includes(':') ? bytesOfV6(text) : bytesOfV4(text)
}

function bytesOfV4(text: string): number[] | null {
  if (!/^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(text)) return null
  const bytes = text.split('.').map(Number)
  return bytes.every((byte) => byte <= 255) ? bytes : null
}

/** RFC 4291 §2.2, all three forms. */
function bytesOfV6(text: string): number[] | null {
  const halves = text.split('::').map(groupsOf)
  const [head, tail] = halves
  if (!head || halves.length > 2 || halves.includes(null)) return null
  if (!tail) return head.length === 16 ? head : null
  const gap = 16 - head.length - tail.length
  return gap >= 2 ? [...head, ...Array<number>(gap).fill(0), ...tail] : null
}

function groupsOf(half: string): number[] | null {
  if (half === '') return []
  const bytes: number[] = []
  const groups = half.split(':')
  for (const [at, group] of groups.entries()) {
    const dotted = at === groups.length - 1 ? bytesOfV4(group) : null
    if (dotted) bytes.push(...dotted)
    else if (/^[0-9a-f]{1,4}$/i.test(group))
      bytes.push(Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255)
    else return null
  }
  return bytes
}

type Range = { bytes: number[]; bits: number }

function range(text: string): Range {
  const [address = '', bits] = text.split('/')
  return { bytes: addressBytes(address) ?? [], bits: Number(bits) }
}

/** IPv4 that is not for the internet: IANA's special-purpose registry (RFC 6890), multicast and what is reserved. */
const SPECIAL_V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
].map(range)

/** All that is unicast on the internet begins so; loopback, mapped, unique local and link-local addresses do not. */
const GLOBAL_V6 = range('2000::/3')
/** Inside it: protocols (Teredo, ORCHID), documentation, and 6to4, which may lead anywhere. */
const SPECIAL_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'].map(range)
/** IPv4 by way of a translator (RFC 6052): as public as what it leads to. */
const NAT64 = range('64:ff9b::/96')

const within = ({ bytes, bits }: Range, address: number[]) =>
  bytes.every((byte, at) => {
    const shift = Math.max(0, Math.min(8, 8 * (at + 1) - bits))
    return byte >> shift === (address[at] ?? 0) >> shift
  })

/** Does this literal address stand for one host on the internet? False for what is no address. */
export function isPublicAddress(text: string): boolean {
  const bytes = addressBytes(text)
  if (!bytes) return false
  if (bytes.length === 4) return !SPECIAL_V4.some((special) => within(special, bytes))
  if (within(NAT64, bytes)) return isPublicAddress(bytes.slice(12).join('.'))
  return within(GLOBAL_V6, bytes) && !SPECIAL_V6.some((special) => within(special, bytes))
}
