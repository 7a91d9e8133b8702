import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { makeFreelancer, makeSpace } from '@/lib/testing/makers'

/** Paths, without the language, of the pages of whoever looks after the instance. */
export async function adminPages(): Promise<string[]> {
  const [first, second] = [await makeSpace({ name: 'La Fabrique' }), await makeSpace({ name: 'La fabrique' })]
  const [firstId = '', secondId = ''] = [first.id, second.id].sort()
  await db.spaceDouble.create({ data: { firstId, secondId, score: 0.8 } })
  const decided = { status: 'applied', decidedAt: now(), before: { values: {}, provenance: {} } } as const
  await db.spaceCorrection.createMany({
    data: [
      {
        spaceId: first.id,
        changes: { phone: '1', coffee: false, closedOn: '2026-11-30' },
        seen: { phone: '2' },
      },
      { spaceId: second.id, adds: true, changes: { name: 'La fabrique', kind: 'cafe' } },
      { spaceId: first.id, changes: { fee: true }, ...decided },
    ],
  })
  const [ana, eve] = [await makeFreelancer({ name: 'Ana' }), await makeFreelancer({ name: 'Eve' })]
  const objected = { objectedAt: now(), objectorId: ana.id, objection: 'Elle est partie.' }
  await db.spaceOwner.create({ data: { spaceId: first.id, freelancerId: eve.id, ...objected } })
  await db.spaceClaim.create({
    data: {
      spaceId: second.id,
      freelancerId: ana.id,
      expiresAt: now(),
      askedAt: now(),
      note: 'Je la tiens.',
    },
  })
  const failed = await db.importRun.create({
    data: {
      ...{ origin: 'lieux.csv', status: 'failed', finishedAt: now(), rows: 12, created: 3, doubtful: 1 },
      problem: JSON.stringify({ code: 'unknown', columns: ['titre', 'nord', 'est'] }),
      skipped: { broken: 1, closed: 2 },
      remarks: [{ row: 4, line: 5, flaw: 'it is not valid JSON' }],
      ...{ source: 'osm', licence: 'ODbL-1.0', sha256: 'a'.repeat(64) },
    },
  })
  return [
    '/admin',
    '/admin/measures?people=demo',
    '/admin/imports',
    `/admin/imports/${failed.id}`,
    '/admin/doubles',
    '/admin/corrections',
    `/admin/claims?space=${first.id}`,
  ]
}
