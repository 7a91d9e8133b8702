import { expect, type Page, test } from '@playwright/test'
import { main, signedIn, unique } from '@/e2e/support/host'
import { makeEvent, makeSpace } from '@/lib/testing/makers'

/** Opens a page whose code does not come before `arrive` is called. */
async function openWithoutCode(page: Page, path: string) {
  let arrive = () => {}
  const released = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route('**/*.js', async (route) => {
    await released
    await route.continue()
  })
  await page.goto(path, { waitUntil: 'commit' })
  return {
    /** Lets the code come, and waits until React has taken up what `selector` names. */
    async arrive(selector: string) {
      const taken = () =>
        page.locator(selector).evaluate((node) => Object.keys(node).some((key) => key.startsWith('__react')))
      expect(await taken()).toBe(false)
      arrive()
      await expect.poll(taken).toBe(true)
    },
  }
}

test('what is said of an outing before the page’s code is there stays, unfolded and under the same cursor', async ({
  page,
}) => {
  await signedIn(page)
  const code = await openWithoutCode(page, '/fr/host/new')
  await main(page).getByText('Afterwork', { exact: true }).click()
  await page.getByText('Prix et langue').click()
  await page.getByLabel('Prix', { exact: false }).first().fill('5 €')
  await page.getByLabel('Langue').selectOption('en')
  await page.getByLabel('Début').fill('18:10')
  await page.getByLabel('Places').fill('1')
  await code.arrive('[name=capacity]')
  await expect(page.getByLabel('Places')).toBeFocused()
  await page.keyboard.type('2')
  await expect(page.getByLabel('Places')).toHaveValue('12')
  await expect(page.getByLabel('Langue')).toBeVisible()
  await expect(page.getByLabel('Langue')).toHaveValue('en')
  await expect(page.locator('[name=price]')).toHaveValue('5 €')
  await expect(page.getByLabel('Début')).toHaveValue('18:10')
  await expect(page.locator('[name=kind]:checked')).toHaveValue('afterwork')
  await page.reload()
  await expect(page.getByText('Recommencer à zéro')).toBeVisible()
  await expect(page.getByLabel('Places')).toHaveValue('12')
})

test('a word of welcome that is changed before the page’s code is there stays changed', async ({ page }) => {
  const { id: organizerId } = await signedIn(page)
  const { id } = await makeEvent({ organizerId, welcome: 'Sonnez deux fois.' })
  const code = await openWithoutCode(page, `/fr/host/${id}/edit`)
  await page.getByLabel('Un mot d’accueil').fill('Sonnez trois fois.')
  await code.arrive('[name=welcome]')
  await expect(page.getByLabel('Un mot d’accueil')).toHaveValue('Sonnez trois fois.')
  await main(page).getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page).not.toHaveURL(/edit/)
  await page.goto(`/fr/host/${id}/edit`)
  await expect(page.getByLabel('Un mot d’accueil')).toHaveValue('Sonnez trois fois.')
})

test('what is sought before the page’s code is there is answered once it is', async ({ page }) => {
  const name = unique('Atelier')
  await makeSpace({ name, lat: 44.9, lng: 5.6 })
  const code = await openWithoutCode(page, '/fr')
  const box = page.getByRole('combobox').first()
  await box.fill(name)
  await code.arrive('input[name=q]')
  await expect(page.getByRole('option', { name })).toBeVisible()
  await expect(box).toHaveValue(name)
})
