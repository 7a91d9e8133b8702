import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { makeSpace } from '@/lib/testing/makers'
import { searchSpaces, spaceById, spacesToPick } from './queries'

const run = randomUUID().slice(0, 8)

beforeAll(async () => {
  await makeSpace({ name: `Café Élan ${run}`, city: 'Nice', street: '3 rue de la Paix' })
  await makeSpace({ name: `Bel Élan ${run}`, city: 'Cannes', postcode: '06400' })
  await makeSpace({ name: `100% ${run}`, city: 'Antibes' })
  await makeSpace({ name: `Vigie ${run}`, city: 'Sète', confirmedOn: new Date('2019-05-04') })
  await makeSpace({ name: `La Vigie ${run}`, city: 'Sète' })
})

const found = async (text: string) =>
  (await spacesToPick(text, now())).map(({ name }) => name.replace(` ${run}`, ''))

test.each([
  ['accents and capitals aside', `ELAN ${run}`, ['Bel Élan', 'Café Élan']],
  ['by name and town', `elan nice ${run}`, ['Café Élan']],
  ['by postcode', `06400 ${run}`, ['Bel Élan']],
  ['by street', `paix ${run}`, ['Café Élan']],
  ['by the whole of it first', `café élan ${run}`, ['Café Élan']],
  ['signs aside', `100 % — ${run}`, ['100%']],
  ['nothing typed', '  ', []],
  ['nothing like it', `zzz ${run}`, []],
])('a space is found: %s', async (_how, text, names) => {
  const got = await found(text)
  expect(got.toSorted()).toEqual(names.toSorted())
})

test('what nobody confirmed for two years comes last', async () => {
  expect(await found(`vigie ${run}`)).toEqual(['La Vigie', 'Vigie'])
})

test('a space by its id, or null', async () => {
  const space = await makeSpace({ name: 'La Ruche' })
  expect(await spaceById(space.id)).toMatchObject({ name: 'La Ruche', timeZone: 'Europe/Paris' })
  expect(await spaceById(randomUUID())).toBeNull()
  expect(await spaceById('nonsense')).toBeNull()
})

/** In the Atlantic, where nothing else is. */
const SEA = { lat: 40.2, lng: -40.2 }
const DAY = 86_400_000

test('slips, accents and beginnings find the place; the nearer of two comes first, the stale and the closed last or never', async () => {
  const old = new Date(now().getTime() - 900 * DAY)
  for (const [name, values] of [
    ['La Ruche Océane', {}],
    ['Médiathèque Océane', {}],
    ['Coworking Océane', { lng: -40.3 }],
    ['Coworking Océane', { lng: -40.201, city: 'Ici' }],
    ['Coworking Océane Fermé', { closedOn: old }],
    ['Coworking Océane', { createdAt: old, city: 'Jadis' }],
  ] as const)
    await makeSpace({ ...SEA, city: 'Large', name, ...values })
  const names = async (text: string, near = SEA) =>
    (await searchSpaces(text, { now: now(), limit: 9, near })).map(({ name, city }) => `${name}, ${city}`)
  expect(await names('la ruhce oceane')).toEqual(['La Ruche Océane, Large'])
  expect(await names('medaitheque oceane')).toEqual(['Médiathèque Océane, Large'])
  expect(await names('MÉDIA oce')).toEqual(['Médiathèque Océane, Large'])
  const three = ['Coworking Océane, Ici', 'Coworking Océane, Large', 'Coworking Océane, Jadis']
  expect((await names('coworkng oceane')).slice(0, 3)).toEqual(three)
  expect((await names('coworking océa')).slice(0, 3)).toEqual(three)
  expect((await names('coworking oceane', { lat: 40.2, lng: -40.31 }))[0]).toBe('Coworking Océane, Large')
  expect(await names('large')).toEqual([])
  // By its kind, where it is called otherwise: after those that are called so.
  await makeSpace({ ...SEA, lng: -40.21, city: 'Large', name: 'Le Phare', kind: 'coworking' })
  const kinds = await names('coworkng large')
  expect(kinds[0]).toBe('Coworking Océane, Large')
  expect(kinds).toContain('Le Phare, Large')
  expect(await names('coworking')).toContain('Le Phare, Large')
  expect(await names('bibliothèque large')).toEqual([])
  expect(await names('oceane large ruche')).toEqual(['La Ruche Océane, Large'])
})

test('one at hand that is called just so is enough; of those that only begin so, others may follow', async () => {
  const far = { lat: 30.2, lng: -40.2 }
  for (const [name, at] of [
    ['Amarrage Bleu', SEA],
    ['Amarrage Bleu', far],
    ['Amarrage Vert', SEA],
    ['Amarrage Vert et Bleu', far],
  ] as const)
    await makeSpace({ ...at, name, city: at === SEA ? 'Ici' : 'Loin' })
  const names = async (text: string, near: typeof SEA | null) =>
    (await searchSpaces(text, { now: now(), limit: 4, near })).map(({ name, city }) => `${name}, ${city}`)
  expect(await names('amarrage bleu', SEA)).toEqual(['Amarrage Bleu, Ici'])
  expect(await names('amarrage', SEA)).toHaveLength(4)
  expect((await names('amarrage bleu', null)).toSorted()).toEqual([
    'Amarrage Bleu, Ici',
    'Amarrage Bleu, Loin',
    'Amarrage Vert et Bleu, Loin',
  ])
  // A slip is looked for elsewhere only where it is nobody's name.
  const slip = { now: now(), limit: 4, near: { lat: -45.2, lng: -40.2 } }
  expect(await searchSpaces('amarage vetr', { ...slip, slips: 'at hand' })).toEqual([])
  for (const slips of ['elsewhere', 'everywhere'] as const)
    expect((await searchSpaces('amarage vetr', { ...slip, slips })).map(({ name }) => name)).toContain(
      'Amarrage Vert',
    )
})

test('a number is no slip: it is looked for among all that are alike, however many they are', async () => {
  const bay = { lat: 20.2, lng: -40.2 }
  await db.$executeRaw`INSERT INTO spaces (id, kind, name, lat, lng, time_zone, updated_at)
    SELECT gen_random_uuid(), 'cafe', 'Capitainerie du Phare ' || n, ${bay.lat}, ${bay.lng}, 'Atlantic/Azores', now()
    FROM generate_series(1, 400) AS n`
  const found = await searchSpaces('capitainreie du phare 399', { now: now(), limit: 4, near: bay })
  expect(found.map(({ name }) => name)).toEqual(['Capitainerie du Phare 399'])
})

test('nobody starts processes of their own for a search', async () => {
  expect(await db.$queryRaw`SHOW max_parallel_workers_per_gather`).toEqual([
    { max_parallel_workers_per_gather: '0' },
  ])
})

test('folds as the page does', async () => {
  const { fold } = await import('@/lib/towns/rules')
  for (const text of [
    'L’Œuvre d’Été',
    'St-Étienne (Ste Foy)',
    'Groß & Ørsted',
    'ÉLAN – 100 %',
    'Cœur/«Îlot»',
    `1!2"3#4$5%6&7'8(9)a*b+c,d-e.f/g:h;i<j=k>l?m@n[o\\p]q^r_s\`t{u|v}w~x’y–z—1«2»3“4”5`,
  ]) {
    const [row] = await db.$queryRaw<{ words: string }[]>`SELECT search_words(${text}) AS words`
    expect(row?.words.split(' ').filter(Boolean).join(' ')).toBe(fold(text))
  }
})

test('reads no table from end to end, however many spaces there are', async () => {
  const plans = await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`INSERT INTO spaces (id, kind, name, city, street, lat, lng, time_zone, updated_at)
        SELECT gen_random_uuid(), 'cafe', 'Lieu ' || md5(n::text), 'Ville ' || n % 50, n || ' rue de la Gare',
          45 + n % 1000 / 500.0, n % 700 / 500.0, 'Europe/Paris', now() FROM generate_series(1, 20000) AS n`
      await tx.$executeRaw`ANALYZE spaces`
      const plan = async (condition: string) =>
        (
          await tx.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(
            `EXPLAIN SELECT found.* FROM (SELECT '0.45' AS share OFFSET 0) AS nearness CROSS JOIN LATERAL (
              SELECT id FROM spaces WHERE closed_on IS NULL AND nearness.share IS NOT NULL AND ${condition} LIMIT 300) AS found`,
          )
        )
          .map((row) => row['QUERY PLAN'])
          .join('\n')
      const whole = `search_words(spaces.name || ' ' || spaces.city || ' ' || spaces.street || ' ' || spaces.postcode)`
      const read = [
        await plan(`search_words(spaces.name) LIKE '% c4ca%'`),
        await plan(`'c4ac4238' <% search_words(spaces.name)`),
        await plan(`${whole} LIKE '% 777%' AND ${whole} LIKE '% gare%'`),
        // At hand: both conditions by one index, so that the rest of all that is called so is not read.
        await plan(
          `search_words(spaces.name) LIKE '% lieu%' AND search_square(lat, lng) && '{259202}'::int[]`,
        ),
      ]
      await tx.$executeRaw`DELETE FROM spaces WHERE name LIKE 'Lieu %'`
      return read
    },
    { timeout: 50_000 },
  )
  for (const plan of plans) expect(plan).toContain('spaces_words_trgm')
  expect(plans.at(-1)).toMatch(/Index Cond: .*ARRAY.*&&.*~~/)
  for (const plan of plans) expect(plan).not.toContain('Seq Scan')
})

test('a place called so is not crowded out by all that stand in a town of that name', async () => {
  const there = { kind: 'cafe' as const, lat: 46.1, lng: -20.1, timeZone: 'Europe/Paris', city: 'Zorbes' }
  await db.space.createMany({
    data: Array.from({ length: 310 }, (_, i) => ({ ...there, name: `Comptoir ${i}` })),
  })
  await makeSpace({ ...there, city: 'Ailleurs', name: 'Zorbes' })
  const [first] = await spacesToPick('zorbes', now())
  await db.space.deleteMany({ where: { lat: there.lat, lng: there.lng } })
  expect(first?.name).toBe('Zorbes')
})
