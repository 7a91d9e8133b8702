import { expect, it } from 'vitest'
import { addressLines, notices } from '@/lib/platform/announce'

const home = {
  ...{ appUrl: 'http://localhost:3000', isPublic: false, port: 3000, demo: true, trustProxy: false },
  ...{ admins: [] as string[], worker: true },
}
const open = { ...home, appUrl: 'https://cafe.example.org', isPublic: true, demo: false }

it('names the address for this machine, and for a phone where there is a network', () => {
  expect(addressLines(home, 'http://192.168.1.20:3000').join('\n')).toMatch(
    /localhost:3000\n.*phone.*192\.168\.1\.20:3000/,
  )
  expect(addressLines(home, null)).toHaveLength(1)
  expect(addressLines(open, null).join()).toContain('https://cafe.example.org')
})

it('says where the demo’s mail is, and warns a public instance that does not trust its proxy', () => {
  expect(notices(home).join()).toContain('http://localhost:3000/inbox')
  expect(notices(open).join()).toMatch(/TRUST_PROXY/)
  expect(notices({ ...open, trustProxy: true }).join()).not.toMatch(/TRUST_PROXY|inbox/)
})

it('says who administers and where, and that nobody does the jobs when that is so', () => {
  expect(notices(home).join()).not.toMatch(/admin|worker/i)
  expect(notices({ ...home, admins: ['ada@example.org'] }).join()).toContain('http://localhost:3000/admin')
  expect(notices({ ...home, worker: false }).join()).toContain('npm run worker')
})
