import { readFile } from 'node:fs/promises'
import { expect, type Page, type Request, test } from '@playwright/test'
import { main, signedIn } from '@/e2e/support/host'

/** Everything that leaves the browser from now on: address, headers and body. */
function watched(page: Page) {
  const sent: Request[] = []
  page.context().on('request', (request) => sent.push(request))
  return {
    /** All of it as one text. */
    text: async () =>
      (
        await Promise.all(
          sent.map(async (one) => [
            one.method(),
            one.url(),
            JSON.stringify(await one.allHeaders()),
            one.postData(),
          ]),
        )
      )
        .flat()
        .join('\n'),
    bodies: () => sent.filter((request) => request.postData() !== null).length,
  }
}

/** What would be in a request that said something of the answers. */
const CARRIED = /answers|\[\s*[123]\s*,\s*[123]\s*,\s*[123]\s*\]|leftOut=|isolated=|score/i

/** Answers each question: 1 is hardly ever. */
async function answer(page: Page, words: string[], see: string) {
  for (const [i, name] of ['company', 'leftOut', 'isolated'].entries())
    await page.locator(`label:has(input[name="${name}"])`, { hasText: words[i] }).click()
  await page.getByRole('button', { name: see, exact: true }).click()
}

test('three answers stay in the phone: no request carries them, and none is needed', async ({
  page,
  context,
}) => {
  await signedIn(page, 'Ana')
  await page.goto('/fr/me/check')
  await expect(page.getByRole('button', { name: 'Voir', exact: true })).toBeVisible()
  await page.waitForLoadState('networkidle')

  const network = watched(page)
  await page.getByRole('button', { name: 'Voir', exact: true }).click()
  await expect(main(page)).toContainText('Répondez aux trois questions')
  await answer(page, ['Souvent', 'Parfois', 'Souvent'], 'Voir')
  await expect(main(page)).toContainText('8 sur une échelle de 3 à 9')
  await expect(main(page)).toContainText('09 72 39 40 50')
  await expect(main(page)).toContainText('3114')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Enregistrer dans un fichier' }).click(),
  ])
  const file = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect(file).toEqual([{ day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), answers: [3, 2, 3] }])
  expect(network.bodies()).toBe(0)

  // It is there again after a reload, from this browser alone: not in a cookie, not in what the page asks for.
  await page.reload()
  await expect(main(page)).toContainText('8 sur une échelle de 3 à 9')
  await expect(main(page)).toContainText('La prochaine fois')
  await page.waitForLoadState('networkidle')
  expect(network.bodies()).toBe(0)
  const everything = `${await network.text()}\n${JSON.stringify(await context.cookies())}`
  expect(everything).not.toMatch(CARRIED)

  // With no network at all it works the same.
  await context.setOffline(true)
  await page.getByText('Tout effacer…').click()
  await page.getByRole('button', { name: 'Effacer', exact: true }).click()
  await answer(page, ['Presque jamais', 'Presque jamais', 'Parfois'], 'Voir')
  await expect(main(page)).toContainText('4 sur une échelle de 3 à 9')
  await expect(main(page)).not.toContainText('3114')
  expect(network.bodies()).toBe(0)
  expect(await network.text()).not.toMatch(CARRIED)
  await context.setOffline(false)

  // Somebody else on the same phone finds nothing.
  await signedIn(page, 'Bob')
  await page.goto('/fr/me/check')
  await expect(page.getByRole('button', { name: 'Voir', exact: true })).toBeVisible()
  await expect(main(page)).not.toContainText('sur une échelle')
})

test('in English; and without a script the page says why it needs one', async ({ page, browser }) => {
  const { id } = await signedIn(page, 'Mary')
  await page.goto('/en/me/check')
  await answer(page, ['Hardly ever', 'Hardly ever', 'Hardly ever'], 'See')
  await expect(main(page)).toContainText('3 on a scale of 3 to 9')
  await expect(main(page)).toContainText('Next time: from')
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const other = await plain.newPage()
  await other.goto(`${process.env.E2E_URL}/en/me/check`)
  await expect(other.locator('main')).toContainText('This page needs JavaScript')
  await expect(other.getByText('This page needs JavaScript')).toBeVisible()
  await plain.close()
  expect(id).toBeTruthy()
})
