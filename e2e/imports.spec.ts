import { writeFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { main, unique } from '@/e2e/support/host'
import { administrator, openAs } from '@/e2e/support/session'
import { db } from '@/lib/db'

type Row = { name: string; lat: number; street?: string }

/** A file as OpenStreetMap's users download it: places, and `benches` rows that are none. */
function places(rows: Row[], benches = 0): Buffer {
  const elements = rows.map(({ name, lat, street }, i) => ({
    ...{ type: 'node', id: Date.now() * 10 + i, lat, lon: 3 },
    tags: {
      ...{ office: 'coworking', name },
      ...(street ? { 'addr:housenumber': '8', 'addr:street': street, 'addr:postcode': '99001' } : {}),
    },
  }))
  const other = Array.from({ length: benches }, (_, id) => ({
    ...{ type: 'node', id, lat: 46, lon: 3, tags: { amenity: 'bench', note: 'x'.repeat(60) } },
  }))
  return Buffer.from(JSON.stringify({ elements: [...elements, ...other] }))
}

async function upload(page: Page, name: string, buffer: Buffer | string) {
  const payload = typeof buffer === 'string' ? buffer : { name, mimeType: 'application/json', buffer }
  await main(page).locator('input[type=file]').setInputFiles(payload)
  await main(page)
    .getByRole('region', { name: 'Depuis un fichier' })
    .getByRole('button', { name: 'Importer' })
    .click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

const ended = (page: Page, status: string) =>
  expect(main(page).getByRole('status').getByText(status, { exact: true })).toBeVisible({ timeout: 30_000 })

test('a file is sent, followed to its end, and taken back as a whole', async ({ page }, info) => {
  await openAs(page, (await administrator()).id)
  await page.goto('/fr/admin')
  await page.getByRole('link', { name: 'Ouvrir les imports' }).click()
  const name = unique('Ruche')
  // Larger than what a proxy or a server action would take.
  const file = info.outputPath('lieux.json')
  await writeFile(file, places([{ name, lat: 46.1 }], 100_000))
  await upload(page, 'lieux.json', file)
  await ended(page, 'Terminé')
  await expect(main(page).getByText('pas un lieu où travailler')).toBeVisible()
  const space = await db.space.findFirstOrThrow({ where: { name } })
  await page.goto(`/fr/spaces/${space.id}`)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await page.goBack()
  await main(page).getByText('Annuler tout cet import').click()
  await main(page).getByRole('button', { name: 'Oui, tout annuler' }).click()
  await ended(page, 'Annulé')
  expect(await db.space.count({ where: { name } })).toBe(0)
})

test('columns that nobody knows are named by hand', async ({ page }) => {
  await openAs(page, (await administrator()).id)
  await page.goto('/fr/admin/imports')
  const name = unique('Phare')
  await upload(page, 'lieux.csv', Buffer.from(`titre;nord;est\n${name};46,5;3,5\n`))
  await ended(page, 'Échoué')
  await expect(main(page).getByText('Personne ne connaît encore les colonnes')).toBeVisible()
  await main(page).getByRole('button', { name: 'Importer avec ces colonnes' }).click()
  await expect(main(page).getByText('Choisissez la colonne qui porte le nom.')).toBeVisible()
  await main(page).getByLabel('Nom', { exact: true }).selectOption('titre')
  await main(page).getByLabel('Latitude').selectOption('nord')
  await main(page).getByLabel('Longitude').selectOption('est')
  await main(page).getByLabel('Ce que sont les lieux').selectOption('coworking')
  await main(page).getByRole('button', { name: 'Importer avec ces colonnes' }).click()
  await ended(page, 'Terminé')
  expect(await db.space.findFirst({ where: { name } })).toMatchObject({ kind: 'coworking', lat: 46.5 })
})

test('what is no data, and what is no public address, is said', async ({ page }) => {
  await openAs(page, (await administrator()).id)
  await page.goto('/fr/admin/imports')
  await upload(page, 'page.json', Buffer.from('<!doctype html>'))
  await ended(page, 'Échoué')
  await expect(main(page).getByText('C’est une page web, pas des données')).toBeVisible()
  await page.goto('/en/admin/imports')
  await main(page).getByLabel('Address of the file').fill('places')
  const send = main(page)
    .getByRole('region', { name: 'From an address' })
    .getByRole('button', { name: 'Import' })
  await send.click()
  await expect(main(page).getByText('That address is not complete.')).toBeVisible()
  await expect(main(page).getByLabel('Address of the file')).toHaveValue('places')
  await main(page).getByLabel('Address of the file').fill('http://10.0.0.1/places.json')
  await send.click()
  await ended(page, 'Failed')
  await expect(main(page).getByText('leads to a private network')).toBeVisible()
})

test('two that may be one are compared, and made one', async ({ page }) => {
  await openAs(page, (await administrator()).id)
  const name = unique('Hangar')
  const street = 'rue du Hangar'
  await page.goto('/fr/admin/imports')
  // The same name at the same address, two kilometres apart.
  await upload(
    page,
    'deux.json',
    places([
      { name, lat: 46.2, street },
      { name, lat: 46.22, street },
    ]),
  )
  await ended(page, 'Terminé')
  await main(page).getByRole('link', { name: 'Comparer les lieux douteux' }).click()
  const pair = main(page).getByRole('article', { name: `${name} et ${name}` })
  await pair.getByRole('button', { name: 'Ce sont deux lieux' }).click()
  await expect(page.getByRole('status').getByText('Noté : ce sont deux lieux.')).toBeVisible()
  await expect(pair).toHaveCount(0)
  await page.getByRole('button', { name: 'Redemander' }).click()
  await pair.getByText('C’est le même lieu').click()
  await pair
    .getByRole('button', { name: `Garder « ${name} »` })
    .first()
    .click()
  await expect(page.getByRole('status').getByText('C’est maintenant un seul lieu.')).toBeVisible()
  expect(await db.space.count({ where: { name } })).toBe(1)
})
