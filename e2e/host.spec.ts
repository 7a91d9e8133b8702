import { expect, type Locator, test } from '@playwright/test'
import { idOf, main, signedIn, unique } from '@/e2e/support/host'
import { freshAddress, readCode } from '@/e2e/support/mail'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { makeSpace } from '@/lib/testing/makers'

/** Counts what a thumb does. Typing is not a tap. */
function thumb() {
  let taps = 0
  return {
    async tap(target: Locator) {
      taps += 1
      await target.click()
    },
    taps: () => taps,
  }
}

test('an event is published in four taps and one word, and stands on its page and in the API', async ({
  page,
}) => {
  const name = unique('La Ruche')
  // More than 10 km from where the other specs are.
  const [lat, lng] = [44 + Math.random() / 4, 2.5 + Math.random() / 2]
  await makeSpace({ name, city: 'Millau', street: '1 rue d’Exemple', lat, lng })
  await signedIn(page)
  await page.goto('/fr/host/new')
  const began = performance.now()
  const { tap, taps } = thumb()
  await tap(main(page).getByText('Afterwork', { exact: true }))
  await tap(page.getByLabel('Nom du lieu').first())
  await page.keyboard.type(name.toLowerCase())
  await tap(page.getByRole('option', { name }))
  await expect(main(page)).toContainText('heure')
  await tap(page.getByRole('button', { name: 'Publier' }))
  await expect(main(page)).toContainText('C’est publié')
  expect(taps()).toBe(4)
  expect(performance.now() - began).toBeLessThan(60_000)

  await expect(main(page).getByRole('heading', { level: 1 })).toHaveText(`Afterwork · ${name}`)
  const id = idOf(page)
  const event = await db.event.findUniqueOrThrow({ where: { id } })
  expect(event).toMatchObject({ kind: 'afterwork', timeZone: 'Europe/Paris', capacity: null, language: 'fr' })
  expect(event.startsAt.getTime()).toBeGreaterThan(now().getTime())
  await main(page).getByRole('link', { name: 'Voir la page de la sortie' }).click()
  await expect(main(page).getByRole('heading', { level: 1 })).toHaveText(`Afterwork · ${name}`)
  await page.goto(`/fr?lat=${lat}&lng=${lng}&z=15`)
  await expect(
    main(page)
      .getByRole('link', { name: `Afterwork · ${name}` })
      .first(),
  ).toBeVisible()
  const around = [lng - 0.01, lat - 0.01, lng + 0.01, lat + 0.01].map((degrees) => degrees.toFixed(4))
  const answer = await page.request.get(`/api/v1/events?bbox=${around}`)
  expect((await answer.json()).features.map((feature: { id: string }) => feature.id)).toContain(id)
})

test('a kind brings its usual hours, and the end moves with the start', async ({ page }) => {
  await signedIn(page)
  await page.goto('/fr/host/new')
  await main(page).getByText('Déjeuner', { exact: true }).click()
  await expect(page.getByLabel('Début')).toHaveValue('12:30')
  await page.getByLabel('Début').fill('13:00')
  await expect(page.getByLabel('Fin')).toHaveValue('14:30')
  await main(page).getByText('Afterwork', { exact: true }).click()
  await expect(page.getByLabel('Début')).toHaveValue('13:00')
})

test('what is wrong is said beside it, the focus goes there, and nothing typed is lost', async ({ page }) => {
  await signedIn(page)
  await page.goto('/fr/host/new')
  await main(page).getByText('En ligne', { exact: true }).click()
  await page.getByLabel('Lien de la visio').fill('meet.example.org')
  await page.getByLabel('Un mot d’accueil').fill('Bienvenue à tous')
  await page.getByLabel('Places').fill('dix')
  await page.getByRole('button', { name: 'Publier' }).click()
  await expect(main(page)).toContainText('commencer par https://')
  await expect(main(page)).toContainText('entre 1 et 1 000')
  const link = page.getByLabel('Lien de la visio')
  await expect(link).toBeFocused()
  await expect(link).toHaveAccessibleDescription(/commencer par https/)
  await expect(link).toHaveValue('meet.example.org')
  await expect(page.getByLabel('Un mot d’accueil')).toHaveValue('Bienvenue à tous')
  await expect(page.getByLabel('Places')).toHaveValue('dix')
  await link.fill('https://meet.example.org/cafe')
  await page.getByLabel('Places').fill('8')
  await page.getByRole('button', { name: 'Publier' }).click()
  await expect(main(page)).toContainText('C’est publié')
})

test('a draft survives a reload, can be thrown away, and is gone once published', async ({ page }) => {
  const name = unique('Le Kiosque')
  await makeSpace({ name, city: 'Nice' })
  await signedIn(page)
  await page.goto('/fr/host/new')
  await main(page).getByText('Atelier', { exact: true }).click()
  await page.getByLabel('Nom du lieu').first().fill(name)
  await page.getByRole('option', { name }).click()
  await page.getByLabel('Titre').fill('Atelier devis')
  await page.reload()
  await expect(main(page)).toContainText('Voici ce que vous aviez commencé')
  await expect(page.getByLabel('Titre')).toHaveValue('Atelier devis')
  await expect(main(page)).toContainText(name)
  await expect(page.getByRole('radio', { name: 'Atelier' })).toBeChecked()
  await page.getByRole('button', { name: 'Recommencer à zéro' }).click()
  await expect(page.getByLabel('Titre')).toHaveValue('')
  await main(page).getByText('En ligne', { exact: true }).click()
  await page.getByLabel('Lien de la visio').fill('https://meet.example.org/x')
  await page.getByRole('button', { name: 'Publier' }).click()
  await expect(main(page)).toContainText('C’est publié')
  await page.goto('/fr/host/new')
  await expect(page.getByLabel('Début')).toHaveValue('08:30')
  await expect(main(page)).not.toContainText('Voici ce que vous aviez commencé')
})

test('somebody signed out meanwhile signs in and finds what they typed', async ({ page }) => {
  await signedIn(page)
  await page.goto('/fr/host/new')
  await main(page).getByText('En ligne', { exact: true }).click()
  await page.getByLabel('Lien de la visio').fill('https://meet.example.org/x')
  await page.getByLabel('Titre').fill('Café des lève-tôt')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Publier' }).click()
  await page.waitForURL(/\/sign-in\?/)
  await expect(page.locator('input[name=returnTo]')).toHaveValue(/^\/fr\/host\/new/)
  const email = freshAddress('again')
  await page.getByLabel('Votre adresse e-mail').fill(email)
  await page.getByRole('button', { name: 'Recevoir mon code' }).click()
  await page.waitForURL(/\/sign-in\/code\//)
  await page.getByLabel('Code à 6 chiffres').fill(await readCode(page, email))
  await page.waitForURL(/\/host\/new/)
  await expect(page.getByLabel('Titre')).toHaveValue('Café des lève-tôt')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a space is looked up and an event published all the same', async ({ page }) => {
    const name = unique('La Fabrique')
    await makeSpace({ name, city: 'Grasse' })
    await signedIn(page)
    await page.goto('/fr/host/new')
    await main(page).getByText('Journée coworking', { exact: true }).click()
    await page.getByLabel('Titre').fill('On bosse ensemble')
    await page.getByLabel('Nom du lieu').first().fill(name)
    await page.getByRole('button', { name: 'Chercher ce lieu' }).click()
    await expect(page.getByLabel('Titre')).toHaveValue('On bosse ensemble')
    await main(page).getByText(name, { exact: true }).click()
    await page.getByLabel('Places').fill('zéro')
    await page.getByRole('button', { name: 'Publier' }).click()
    await expect(main(page)).toContainText('entre 1 et 1 000')
    await expect(page.getByLabel('Titre')).toHaveValue('On bosse ensemble')
    await page.getByLabel('Places').fill('12')
    await page.getByRole('button', { name: 'Publier' }).click()
    await expect(main(page)).toContainText('C’est publié')
    const event = await db.event.findUniqueOrThrow({ where: { id: idOf(page) } })
    expect(event).toMatchObject({
      kind: 'coworking_day',
      placeName: name,
      capacity: 12,
      title: 'On bosse ensemble',
    })
  })
})
