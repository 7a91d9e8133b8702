import { expect, type Page, test } from '@playwright/test'
import { freshAddress, readCode, readMail, signInByCode } from '@/e2e/support/mail'
import { db } from '@/lib/db'

const main = (page: Page) => page.getByRole('main')
const codeField = (page: Page) => page.getByLabel('Code à 6 chiffres')

async function askForCode(page: Page, email: string): Promise<string> {
  await page.goto('/fr/sign-in?returnTo=/fr/outings')
  await page.getByLabel('Votre adresse e-mail').fill(email)
  await page.getByRole('button', { name: 'Recevoir mon code' }).click()
  await page.waitForURL(/\/sign-in\/code\//)
  return page.url().split('/').at(-1) ?? ''
}

test('a code signs in, once, and leads back', async ({ page }) => {
  await signInByCode(page, freshAddress('code'))
  await expect(main(page).getByRole('heading', { level: 1 })).toHaveText('Mes sorties')
  await expect(page.getByText('Retrouvez vos sorties')).toHaveCount(0)
})

test('a wrong code says so, empties the field and leaves the right one good', async ({ page }) => {
  const email = freshAddress('wrong')
  await askForCode(page, email)
  const code = await readCode(page, email)
  await codeField(page).fill(code === '000000' ? '111111' : '000000')
  await expect(main(page)).toContainText('Ce n’est pas le bon code')
  await expect(codeField(page)).toHaveValue('')
  await codeField(page).fill(`${code.slice(0, 3)} ${code.slice(3)}`)
  await page.waitForURL(/\/fr\/outings$/)
})

test('an expired code says so and a new one comes with everything kept', async ({ page }) => {
  const email = freshAddress('expired')
  const id = await askForCode(page, email)
  const code = await readCode(page, email)
  const created = new Date(Date.now() - 3600_000)
  await db.signInCode.update({
    where: { id },
    data: { createdAt: created, expiresAt: new Date(created.getTime() + 600_000) },
  })
  await codeField(page).fill(code)
  await expect(main(page)).toContainText('Ce code a expiré')
  await page.getByRole('button', { name: 'Recevoir un nouveau code' }).click()
  await expect(codeField(page)).toBeVisible()
  expect(page.url()).not.toContain(id)
  await expect(main(page)).toContainText(email)
})

test('an address that its mail server refuses is said while one waits, and is easily changed', async ({
  page,
}) => {
  const id = await askForCode(page, freshAddress('typo'))
  await codeField(page).pressSequentially('12')
  await db.signInCode.update({ where: { id }, data: { refusedAt: new Date() } })
  await expect(main(page)).toContainText('le code n’est pas parti')
  await expect(codeField(page)).toHaveValue('12')
  await main(page).getByRole('link', { name: 'Changer d’adresse' }).first().click()
  await expect(page.getByLabel('Votre adresse e-mail')).toBeVisible()
})

test('the mailed link signs nobody in until its button is pressed', async ({ page, request }) => {
  const email = freshAddress('link')
  await askForCode(page, email)
  const { text } = await readMail(page, email, /\d{6}/)
  const link = text.match(/https?:\/\/\S+\/sign-in\/link\/\S+/)?.[0] ?? ''
  for (let scan = 0; scan < 3; scan++) expect((await request.get(link)).status()).toBe(200)
  await page.goto(link)
  await expect(main(page)).toContainText(email)
  await page.getByRole('button', { name: 'C’est bien moi, continuer' }).click()
  await page.waitForURL(/\/fr\/outings$/)
  await page.goto(link)
  await expect(main(page)).toContainText('Ce lien ne sert plus')
})

test('a mistyped address is changed without typing the rest again', async ({ page }) => {
  const typo = freshAddress('typo')
  await askForCode(page, typo)
  await page.getByRole('link', { name: 'Changer d’adresse' }).click()
  await expect(page.getByLabel('Votre adresse e-mail')).toHaveValue(typo)
  const email = freshAddress('right')
  await page.getByLabel('Votre adresse e-mail').fill(email)
  await page.getByRole('button', { name: 'Recevoir mon code' }).click()
  await expect(main(page)).toContainText(email)
  await codeField(page).fill(await readCode(page, email))
  await page.waitForURL(/\/fr\/outings$/)
})

test('personal pages are kept by no cache', async ({ page }) => {
  await signInByCode(page, freshAddress('cache'))
  for (const path of ['/fr/outings', '/fr/sign-in', '/fr/inbox']) {
    const answer = await page.request.get(path)
    expect(answer.headers()['cache-control'], path).toContain('no-store')
  }
})

test('signing in never leads off this site', async ({ page }) => {
  for (const returnTo of ['https://example.org/', '//example.org', '/\\example.org']) {
    await page.goto(`/fr/sign-in?returnTo=${encodeURIComponent(returnTo)}`)
    await expect(page.locator('input[name=returnTo]')).toHaveValue('/')
  }
})
