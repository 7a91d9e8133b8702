import { expect, test } from '@playwright/test'
import { main, signedIn, unique } from '@/e2e/support/host'
import { freshAddress, readMail } from '@/e2e/support/mail'
import { openAs } from '@/e2e/support/session'
import { db } from '@/lib/db'
import { makeDrinker } from '@/lib/testing/coffees'
import { makeEvent, makeSpace } from '@/lib/testing/makers'

test('somebody new in town is welcomed over a coffee, then shown one small outing, and nothing but the next step', async ({
  page,
}) => {
  const ana = await signedIn(page, 'Ana')
  await page.goto('/fr/welcome')
  await page.getByRole('button', { name: 'Je suis arrivé·e il y a moins de trois mois' }).click()
  await expect(main(page)).toContainText(/ville|code postal/i)
  // Vesoul: nothing else of the run is near.
  await page.getByLabel('Ville ou code postal').fill('Vesoul')
  await page
    .getByRole('option', { name: /^Vesoul/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Je suis arrivé·e il y a moins de trois mois' }).click()
  await expect(main(page)).toContainText('Pas de petite sortie près de chez vous')
  const { cellLat, cellLng } = await db.freelancer.findUniqueOrThrow({ where: { id: ana.id } })
  const home = { cellLat, cellLng, visibility: 'members' as const }
  const at = { lat: cellLat ?? 0, lng: cellLng ?? 0 }

  await makeSpace({ name: 'Le Zinc', kind: 'cafe', ...at })
  const email = freshAddress('bob')
  const bob = await makeDrinker('Bob', { welcomes: true }, { ...home, email })
  await page.goto('/fr/welcome')
  await expect(main(page).getByRole('heading', { level: 2 })).toHaveText('Pour commencer : être accueilli·e')
  await page.getByRole('button', { name: 'Être accueilli·e' }).click()
  await expect(main(page)).toContainText('Un café d’accueil est proposé')
  await expect(main(page)).not.toContainText('Bob')

  const mail = await readMail(page, email, /Accueillir quelqu’un/)
  expect(mail.text).toContain('vient d’arriver près de chez vous')
  const path = /\/fr\/coffees\/[0-9a-f-]{36}/.exec(mail.text)?.[0] ?? ''
  await openAs(page, bob.id)
  await page.goto(path)
  await page.getByRole('button', { name: 'Oui, avec plaisir' }).click()
  await expect(main(page)).toContainText('C’est convenu')

  const title = unique('Petit café')
  await makeEvent({ ...at, title, capacity: 6 })
  await openAs(page, ana.id)
  await page.goto('/fr/welcome')
  await expect(main(page)).toContainText('Un pas de fait, sur cinq')
  await expect(main(page).getByRole('heading', { level: 2 })).toHaveCount(1)
  await expect(main(page).getByRole('link', { name: title })).toBeVisible()
})

test('in English: set out, and ended', async ({ page }) => {
  const { id } = await signedIn(page, 'Mary')
  await page.goto('/en/welcome')
  await page.getByLabel('Town or postcode').fill('Guéret')
  await page
    .getByRole('option', { name: /^Guéret/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'I arrived less than three months ago' }).click()
  await expect(main(page)).toContainText('30 days left, no hurry')
  await page.getByText('End this…').click()
  await page.getByRole('button', { name: 'End it' }).click()
  await expect(main(page)).toContainText('Forgotten')
  expect(await db.newcomer.count({ where: { freelancerId: id } })).toBe(0)
})
