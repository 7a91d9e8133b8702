import { expect, test } from '@playwright/test'
import { freshAddress } from '@/e2e/support/mail'
import { administrator, openAs, signIn } from '@/e2e/support/session'
import { db } from '@/lib/db'

test('the administrator tries a given-up job again, throws it away, and sees what the mail server says', async ({
  page,
}, { project }) => {
  const kind = `nonsense_${project.name}`
  await db.$queryRaw`SELECT job_write(${kind}, '{}'::jsonb, now())::text`
  await openAs(page, (await administrator()).id)
  const job = page.getByRole('listitem').filter({ hasText: kind })
  await expect(async () => {
    await page.goto('/fr/admin')
    await expect(job).toBeVisible({ timeout: 1000 })
  }).toPass()

  await page.getByRole('button', { name: 'M’envoyer un e-mail' }).click()
  await expect(page.getByRole('status').getByText(/^250 /)).toBeVisible()

  await job.getByRole('button', { name: 'Réessayer' }).click()
  await expect(page.getByText('de nouveau dans la file')).toBeVisible()
  // Nobody can do it: it comes back.
  await expect(async () => {
    await page.goto('/fr/admin')
    await expect(job).toBeVisible({ timeout: 1000 })
  }).toPass()
  await job.getByText('Jeter…').click()
  await job.getByRole('button', { name: 'Jeter pour de bon' }).click()
  await expect(page.getByText('La tâche est jetée')).toBeVisible()
  await expect(job).toHaveCount(0)
})

test('to anybody else the page is not there', async ({ page }) => {
  await signIn(page, freshAddress('curious'))
  const answer = await page.goto('/fr/admin')
  expect(answer?.status()).toBe(404)
})

test('somebody whose mail is refused is told so, and has it tried again', async ({ page }) => {
  const person = await signIn(page, freshAddress('refused'))
  await db.user.update({
    where: { id: person.id },
    data: { mailRefusedAt: new Date(), mailRefusal: '550 5.1.1 No such user' },
  })
  await page.goto('/fr/me/messages')
  await expect(page.getByText('550 5.1.1 No such user')).toBeVisible()
  await page.getByRole('button', { name: 'Mon adresse marche, réessayez' }).click()
  await expect(page.getByText('nous réessayerons')).toBeVisible()
  await expect(page.getByText('550 5.1.1 No such user')).toHaveCount(0)
})
