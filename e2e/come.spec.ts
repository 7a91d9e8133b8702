import { expect, type Locator, type Page, test } from '@playwright/test'
import { freshAddress, readCode, readMail } from '@/e2e/support/mail'
import { signIn } from '@/e2e/support/session'
import { makeEvent } from '@/lib/testing/makers'

const main = (page: Page) => page.getByRole('main')
const linkTo = (event: { id: string }) => `/fr/events/${event.id}/afterwork`
const expected = 'Vous y êtes attendu·e'

/** Counts what a thumb does. Typing is not a tap; focusing a field by hand is. */
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

test('from a shared link to a confirmed seat: three taps at most and one code', async ({ page }) => {
  const event = await makeEvent({ title: 'Afterwork', capacity: 5 })
  const email = freshAddress('link')
  const { tap, taps } = thumb()
  await page.goto(linkTo(event))
  await tap(main(page).getByText('Je viens', { exact: true }))
  await page.keyboard.type('Ana')
  await tap(page.getByLabel('Votre adresse e-mail'))
  await page.keyboard.type(email)
  await tap(page.getByRole('button', { name: 'Recevoir mon code' }))
  await page.waitForURL(/\/sign-in\/code\//)
  await expect(main(page)).toContainText('est gardée')
  await page.keyboard.type(await readCode(page, email))
  await expect(main(page).getByText(expected)).toBeVisible()
  expect(taps()).toBeLessThanOrEqual(3)
})

test('signed in, one tap takes a seat, and leaving is asked once more', async ({ page }) => {
  const event = await makeEvent({ title: 'Afterwork', capacity: 5 })
  await signIn(page, freshAddress('tap'))
  await page.goto(linkTo(event))
  await page.getByRole('button', { name: 'Je viens' }).click()
  await expect(main(page).getByText(expected)).toBeVisible()
  await main(page).getByText('Je ne viens plus').click()
  await page.getByRole('button', { name: 'Oui, libérer ma place' }).click()
  await expect(main(page).getByText('Votre place est libérée.')).toBeVisible()
  await page.getByRole('button', { name: 'Finalement, je viens' }).click()
  await expect(main(page).getByText(expected)).toBeVisible()
})

test('a full event: the queue, then the seat that somebody gives up from their mail', async ({
  page,
  browser,
}) => {
  const event = await makeEvent({ title: 'Afterwork', capacity: 1 })
  const first = freshAddress('first')
  const second = freshAddress('second')
  await signIn(page, first, 'Zoé')
  await page.goto(linkTo(event))
  await page.getByRole('button', { name: 'Je viens' }).click()
  await expect(main(page).getByText(expected)).toBeVisible()

  const other = await (await browser.newContext()).newPage()
  await other.goto(linkTo(event))
  await main(other).getByText('Rejoindre la liste d’attente').click()
  await other.getByLabel('Votre prénom ou nom').fill('Bob')
  await other.getByLabel('Votre adresse e-mail').fill(second)
  await other.getByRole('button', { name: 'Recevoir mon code' }).click()
  await expect(main(other)).toContainText('est complet')
  await other.getByLabel('Code à 6 chiffres').fill(await readCode(other, second))
  await expect(main(other).getByText('Vous êtes en tête de la liste d’attente')).toBeVisible()

  const { text } = await readMail(page, first, /C’est noté/)
  await page.context().clearCookies()
  await page.goto(text.match(/https?:\/\/\S+\/leave\/\S+/)?.[0] ?? '')
  await page.getByRole('button', { name: 'Libérer ma place' }).click()
  await expect(main(page)).toContainText('déjà reprise par la première personne')

  expect((await readMail(other, second, /Une place pour vous/)).text).toContain('elle est à vous')
  await other.goto('/fr/outings')
  await expect(main(other).getByRole('heading', { name: 'À venir' })).toBeVisible()
  await expect(main(other).getByRole('link', { name: /Afterwork/ })).toBeVisible()
  await other.context().close()
})

test('what cannot be joined says so and leads on', async ({ page }) => {
  const over = await makeEvent({
    startsAt: new Date(Date.now() - 7200_000),
    endsAt: new Date(Date.now() - 3600_000),
  })
  await page.goto(linkTo(over))
  await expect(main(page)).toContainText('C’est passé')
  const cancelled = await makeEvent({ status: 'cancelled' })
  await page.goto(linkTo(cancelled))
  await expect(main(page)).toContainText('Cette sortie n’aura pas lieu')
  await expect(page.getByRole('button', { name: 'Je viens' })).toHaveCount(0)
})

test('a wrong address is explained and nothing typed is lost', async ({ page }) => {
  const event = await makeEvent({ capacity: 5 })
  await page.goto(linkTo(event))
  await main(page).getByText('Je viens', { exact: true }).click()
  await page.getByLabel('Votre prénom ou nom').fill('Ana')
  await page.getByLabel('Votre adresse e-mail').fill('ana@')
  await page.getByRole('button', { name: 'Recevoir mon code' }).click()
  await expect(main(page)).toContainText('Cette adresse e-mail n’est pas complète')
  await expect(page.getByLabel('Votre prénom ou nom')).toHaveValue('Ana')
  await expect(page.getByLabel('Votre adresse e-mail')).toHaveValue('ana@')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a seat is taken all the same', async ({ page }) => {
    const event = await makeEvent({ title: 'Afterwork', capacity: 5 })
    const email = freshAddress('noscript')
    await page.goto(linkTo(event))
    await main(page).getByText('Je viens', { exact: true }).click()
    await page.getByLabel('Votre prénom ou nom').fill('Ana')
    await page.getByLabel('Votre adresse e-mail').fill(email)
    await page.getByRole('button', { name: 'Recevoir mon code' }).click()
    await page.waitForURL(/\/sign-in\/code\//)
    await page.getByLabel('Code à 6 chiffres').fill(await readCode(page, email))
    await page.getByRole('button', { name: 'Confirmer' }).click()
    await expect(main(page).getByText(expected)).toBeVisible()
  })
})

test('the mail’s one-click unsubscribe keeps the seat', async ({ page, request }) => {
  const event = await makeEvent({ title: 'Afterwork', capacity: 5 })
  const email = freshAddress('quiet')
  await signIn(page, email)
  await page.goto(linkTo(event))
  await page.getByRole('button', { name: 'Je viens' }).click()
  await expect(main(page).getByText(expected)).toBeVisible()
  const { text } = await readMail(page, email, /C’est noté/)
  const token = text.match(/\/leave\/(\S+)/)?.[1] ?? ''
  const answer = await request.post(`/api/leave/${token}`, { form: { 'List-Unsubscribe': 'One-Click' } })
  expect(answer.status()).toBe(204)
  await page.goto(`/fr/leave/${token}`)
  await expect(main(page)).toContainText('Votre place reste gardée')
})
