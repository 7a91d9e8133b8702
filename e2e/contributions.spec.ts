import { expect, type Page, test } from '@playwright/test'
import { main, signedIn, unique } from '@/e2e/support/host'
import { freshAddress } from '@/e2e/support/mail'
import { administrator, openAs, signIn } from '@/e2e/support/session'
import { db } from '@/lib/db'
import { slugify } from '@/lib/slug'
import { makeSpace } from '@/lib/testing/makers'

/** Somewhere that no other test of the run looks at. */
const somewhere = () => ({ lat: -47 - Math.random(), lng: -4 - Math.random() })
const pathOf = (space: { id: string; name: string }) => `/spaces/${space.id}/${slugify(space.name)}`
const fold = (page: Page, title: string) => main(page).getByText(title, { exact: true }).click()

test('a correction is sent, applied, seen with who says so, and undone', async ({ page, browser }) => {
  const space = await makeSpace({
    ...{ name: unique('La Bulle'), phone: '04 00', coffee: true, ...somewhere() },
    provenance: { name: 'osm', phone: 'osm' },
  })
  // Whoever signs in on the way comes back to what they typed.
  await page.goto(`/fr${pathOf(space)}/correct?phone=04+11&payment=cash`)
  await expect(page).toHaveURL(/\/sign-in/)
  const back = new URL(page.url()).searchParams.get('returnTo')
  await signIn(page, freshAddress('bulle'))
  await page.goto(String(back))
  await expect(main(page).getByLabel('Téléphone')).toHaveValue('04 11')
  await page.goto(`/fr${pathOf(space)}`)
  await main(page).getByRole('link', { name: 'Corriger ces informations' }).click()
  await expect(main(page).getByText('seul ce qui change est envoyé')).toBeVisible()
  await main(page).getByLabel('Téléphone').fill('04 93 00 00 00')
  await main(page).getByLabel('Horaires').fill('du lundi au vendredi de 9h à 18h')
  await fold(page, 'Prix et paiement')
  await main(page).getByLabel('La journée').fill('dix-huit')
  await fold(page, 'Confort')
  const coffee = main(page).getByRole('group', { name: 'Du café sur place ?' })
  await expect(coffee.getByRole('radio', { name: 'Oui' })).toBeChecked()
  await coffee.getByText('Non', { exact: true }).click()
  await main(page).getByRole('button', { name: 'Envoyer' }).click()
  // What was typed is still there, and the part that is wrong is open.
  await expect(main(page).getByText('Un prix est un nombre')).toBeVisible()
  await expect(main(page).getByLabel('Téléphone')).toHaveValue('04 93 00 00 00')
  await main(page).getByLabel('La journée').fill('18,50')
  await main(page).getByLabel('Un mot pour qui relit').fill('Vu sur place.')
  await main(page).getByRole('button', { name: 'Envoyer' }).click()
  await expect(main(page).getByText('Merci ! Quelqu’un relit')).toBeVisible()
  await expect(main(page).getByRole('link', { name: /Appeler le 04 00/ })).toBeVisible()

  const desk = await (await browser.newContext({ locale: 'fr-FR' })).newPage()
  await openAs(desk, (await administrator()).id)
  await desk.goto('/fr/admin')
  await main(desk).getByRole('link', { name: 'Relire' }).click()
  const card = main(desk).getByRole('article', { name: space.name })
  await expect(card.getByText('Vu sur place.')).toBeVisible()
  await expect(card.getByText('04 93 00 00 00')).toBeVisible()
  await card.getByRole('checkbox', { name: 'Appliquer : Café sur place' }).uncheck()
  await card.getByLabel('Réponse à la personne').fill('Merci !')
  await card.getByRole('button', { name: 'Appliquer' }).click()
  await expect(main(desk).getByRole('status').getByText('C’est fait.')).toBeVisible()
  await expect(card).toHaveCount(0)

  await page.reload()
  await expect(main(page).getByText('18,50 € la journée')).toBeVisible()
  await expect(main(page).getByText('Café sur place')).toBeVisible()
  await expect(main(page).getByText(/Des gens qui y vont\s:\s.*horaires, contact et prix/)).toBeVisible()
  await page.goto('/fr/me/places')
  await expect(main(page).getByText('Réponse : Merci !')).toBeVisible()

  await main(desk)
    .getByRole('button', { name: `Annuler : ${space.name}` })
    .click()
  await expect(main(desk).getByRole('status').getByText('C’est annulé')).toBeVisible()
  await page.goto(`/fr${pathOf(space)}`)
  await expect(main(page).getByRole('link', { name: /Appeler le 04 00/ })).toBeVisible()
  await expect(main(page).getByText('18,50 € la journée')).toHaveCount(0)
  await desk.context().close()
})

test('a missing place is added after a look at what it may be, and one that closed is said to have', async ({
  page,
}) => {
  const at = somewhere()
  const there = await makeSpace({ name: unique('Le Zinc'), street: '3 rue du Port', kind: 'cafe', ...at })
  await page.goto('/fr/spaces/new')
  await expect(page).toHaveURL(/\/sign-in/)
  await signedIn(page)
  await page.goto(`/fr?lat=${at.lat}&lng=${at.lng}&z=16&show=spaces`)
  await main(page).getByRole('link', { name: 'Un lieu manque ? L’ajouter' }).click()
  await main(page).getByLabel('Nom', { exact: true }).fill(there.name.toLowerCase())
  await main(page).getByText('Café', { exact: true }).click()
  await main(page).getByLabel('Coordonnées').fill(`${at.lat}, ${at.lng}`)
  // While it is typed, and once more when it is sent.
  await expect(main(page).getByText('Est-ce ce lieu ?')).toBeVisible()
  await expect(main(page).getByRole('link', { name: there.name })).toBeVisible()
  await main(page).getByRole('button', { name: 'Ajouter à la carte' }).click()
  const question = main(page).getByRole('alert').filter({ hasText: 'Est-ce ce lieu ?' })
  await expect(question).toBeFocused()
  expect(await db.space.count({ where: at })).toBe(1)
  await question.getByRole('button', { name: 'Non, c’est un autre lieu' }).click()
  await expect(main(page).getByText('Merci ! Ce lieu est sur la carte.')).toBeVisible()
  await expect(main(page).getByText(/Des gens qui y vont\s:\snom/)).toBeVisible()

  await page.goto(`/fr${pathOf(there)}`)
  await main(page).getByText('Ce lieu a fermé définitivement ?').click()
  await main(page).getByRole('button', { name: 'Oui, il a fermé pour de bon' }).click()
  await expect(main(page).getByText('Vous avez dit que ce lieu a fermé.')).toBeVisible()
  await expect(main(page).getByText('Quelqu’un dit que ce lieu a fermé.')).toBeVisible()
  await main(page)
    .getByRole('button', { name: `Retirer ce que j’ai dit de ${there.name}` })
    .click()
  await expect(main(page).getByText('Vous avez dit que ce lieu a fermé.')).toHaveCount(0)
})

test('in English and without a script: asked, told kindly, and done', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' })
  const page = await context.newPage()
  const there = await makeSpace({ name: unique('The Attic'), ...somewhere() })
  await signIn(page, freshAddress('attic'))
  await page.goto('/en/spaces/new')
  await main(page).getByLabel('Name', { exact: true }).fill(there.name)
  await main(page).getByRole('button', { name: 'Add to the map' }).click()
  await expect(main(page).getByText('Choose the kind of place.')).toBeVisible()
  await main(page).getByText('Coworking', { exact: true }).click()
  await main(page).getByLabel('Coordinates').fill(`${there.lat}, ${there.lng}`)
  await main(page).getByLabel('Opening hours').fill('when I feel like it')
  await main(page).getByRole('button', { name: 'Add to the map' }).click()
  await expect(main(page).getByRole('link', { name: there.name })).toBeVisible()
  await main(page).getByRole('button', { name: 'No, it is another place: add it' }).last().click()
  await expect(main(page).getByText('Thank you! This place is on the map.')).toBeVisible()
  await expect(main(page).getByText('The opening hours are kept as you wrote them')).toBeVisible()
  await context.close()
})
