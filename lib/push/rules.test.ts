import { describe, expect, it, test } from 'vitest'
import { isPushEndpoint, newPrivateKey, publicKeyOf, pushPayload, timeToLive, topicOf } from './rules'

describe('where a push may go', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc:APA91b',
    'https://updates.push.services.mozilla.com/wpush/v2/gAAAAA',
    'https://web.push.apple.com/QGuQyavXutnMH',
    'https://wns2-par02p.notify.windows.com/w/?token=BQYAAA%3d',
    'https://db5p.wns.notify.windows.com/w/?token=x',
  ])('%s', (endpoint) => {
    expect(isPushEndpoint(endpoint)).toBe(true)
  })

  it.each([
    ['without TLS', 'http://fcm.googleapis.com/fcm/send/x'],
    ['on another port', 'https://fcm.googleapis.com:8443/x'],
    ['on its own port, said', 'https://fcm.googleapis.com:443/x'],
    ['at a host that begins so', 'https://fcm.googleapis.com.evil.example/x'],
    ['at a host that ends so', 'https://evilfcm.googleapis.com/x'],
    ['at a host that ends so, too', 'https://evilnotify.windows.com/x'],
    ['at the suffix itself', 'https://notify.windows.com/x'],
    ['at another host of the same company', 'https://storage.googleapis.com/x'],
    ['at a subdomain of one that has none', 'https://x.fcm.googleapis.com/x'],
    ['at a host behind a user name', 'https://fcm.googleapis.com@evil.example/x'],
    ['with a password', 'https://user:secret@fcm.googleapis.com/x'],
    ['at a host in the query', 'https://evil.example/?https://fcm.googleapis.com/x'],
    ['at a host in the fragment', 'https://evil.example/#.push.services.mozilla.com'],
    ['with a fragment', 'https://fcm.googleapis.com/x#y'],
    ['with a root dot', 'https://fcm.googleapis.com./x'],
    ['with dots of another script', 'https://fcm。googleapis。com/x'],
    ['with a backslash', 'https://evil.example\\.push.services.mozilla.com/x'],
    ['with a line break', 'https://fcm.googleapis.com/x\r\nHost: evil.example'],
    ['with a tab', 'https://fcm.google\tapis.com/x'],
    ['in capitals', 'HTTPS://FCM.GOOGLEAPIS.COM/x'],
    ['up and down its path', 'https://fcm.googleapis.com/../x'],
    ['at this machine', 'https://127.0.0.1/x'],
    ['at a metadata service', 'https://169.254.169.254/latest'],
    ['at an IPv6 address', 'https://[::1]/.notify.windows.com'],
    ['by another scheme', 'data:https://fcm.googleapis.com/x'],
    ['nowhere', ''],
    ['without a host', 'https:///x'],
  ])('not %s: %j', (_, endpoint) => {
    expect(isPushEndpoint(endpoint)).toBe(false)
  })
})

describe('the key that pushes are signed with', () => {
  it('has one public key, a point that is not compressed', () => {
    const key = newPrivateKey()
    const point = Buffer.from(publicKeyOf(key) ?? '', 'base64url')
    expect(key).toMatch(/^[\w-]{43}$/)
    expect([point.length, point[0]]).toEqual([65, 4])
    expect(publicKeyOf(key)).toBe(publicKeyOf(key))
    expect(newPrivateKey()).not.toBe(key)
  })

  it.each(['', 'short', 'A'.repeat(43), '!'.repeat(43), '_'.repeat(43)])('is not %j', (key) => {
    expect(publicKeyOf(key)).toBeNull()
  })
})

test('a notice never outgrows what push services take, and is cut between letters', () => {
  const long = '☕'.repeat(2000)
  const payload = pushPayload({ title: long, body: long, url: 'https://cafe.example.org/fr', tag: 't' })
  expect(Buffer.byteLength(payload)).toBeLessThan(3000)
  expect(JSON.parse(payload).title).toBe(`${'☕'.repeat(79)}…`)
})

test('a phone that is off is told for as long as it is of use, a day at most', () => {
  const now = new Date('2026-12-03T12:00:00Z')
  const after = (seconds: number) => timeToLive(new Date(now.getTime() + seconds * 1000), now)
  expect([after(7200), after(-5), after(40 * 3600)]).toEqual([7200, 0, 86_400])
})

test('a topic is what RFC 8030 takes: 32 characters of base64url', () => {
  expect(topicOf('01890a5d-ac96-774b-bcce-b302099a8057')).toMatch(/^[\w-]{32}$/)
})
