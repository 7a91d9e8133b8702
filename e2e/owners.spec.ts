import { expect, test } from '@playwright/test'
import { guest, main, unique } from '@/e2e/support/host'
import { freshAddress, readCode, readMail } from '@/e2e/support/mail'
import { administrator, openAs, signIn } from '@/e2e/support/session'
import { slugify } from '@/lib/slug'
import { makeSpace } from '@/lib/testing/makers'

/** Somewhere that no other test of the run looks at. */
const somewhere = () => ({ lat: 46 + Math.random(), lng: -5 - Math.random() })
const pathOf = (space: { id: string; name: string }) => `/spaces/${space.id}/${slugify(space.name)}`

test('an owner proves it by a mailbox of the place, says the price and offers a first day; somebody asks for it', async ({
  page,
}) => {
  const at = somewhere()
  const website = 'https://bulle.example.com'
  const space = await makeSpace({ name: unique('La Bulle'), ...at, website, provenance: { website: 'osm' } })
  const owner = await signIn(page, freshAddress('odile'), 'Odile')
  const place = main(page)
  await page.goto(`/fr${pathOf(space)}`)
  await place.getByRole('link', { name: 'C’est votre lieu ?' }).click()
  const mailbox = place.getByLabel('Une adresse e-mail du lieu')
  await mailbox.fill('odile@gmail.com')
  await place.getByRole('button', { name: 'Recevoir un code' }).click()
  await expect(place.getByText('Cette adresse n’est pas au domaine du site.')).toBeVisible()
  await expect(mailbox).toHaveValue('odile@gmail.com')
  const contact = freshAddress('contact')
  await mailbox.fill(contact)
  await place.getByRole('button', { name: 'Recevoir un code' }).click()
  await place.getByLabel('Code à 6 chiffres').fill(await readCode(page, contact))
  await expect(place.getByText('C’est vérifié : ce lieu est le vôtre.')).toBeVisible()

  await place.getByRole('link', { name: 'Modifier' }).click()
  await place.getByText('Prix et paiement').click()
  await place.getByLabel('La journée').fill('18,50')
  await place.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(place.getByText('C’est enregistré, et déjà sur la page.')).toBeVisible()
  await place.getByLabel('La première journée est offerte').check()
  await place.getByLabel('Comment la demander').fill('Le café est prêt à 9 h.')
  await place.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(place.getByText('C’est enregistré.', { exact: true })).toBeVisible()

  await place.getByRole('link', { name: 'Voir la page' }).click()
  for (const words of ['18,50 € la journée', 'Le café est prêt à 9 h.', 'L’équipe du lieu tient cette page.'])
    await expect(place.getByText(words)).toBeVisible()
  await expect(place.getByText('Confirmé pour la dernière fois le')).toBeVisible()
  await page.goto(`/fr?lat=${at.lat}&lng=${at.lng}&z=16&show=spaces&trial=1`)
  await expect(place.getByRole('article').filter({ hasText: space.name })).toContainText('Journée d’essai')
  await expect(page.getByRole('button', { name: new RegExp(`${space.name}.*journée d’essai`) })).toBeVisible()

  // Two taps of somebody who would like to try it, and one of the owner.
  const ana = await guest('Ana')
  await openAs(page, ana.id)
  await page.goto(`/fr${pathOf(space)}`)
  const trial = place.getByRole('region', { name: 'Une journée d’essai offerte' })
  await trial.getByText('Demander ma journée d’essai').click()
  await trial
    .getByRole('button', { name: /, matin$/ })
    .first()
    .click()
  await expect(trial.getByText('Demandé :')).toBeVisible()
  await readMail(page, owner.email, /Ana aimerait essayer/)
  await openAs(page, owner.id)
  await page.goto(`/fr/me/spaces/${space.id}`)
  await place.getByRole('button', { name: 'Oui à Ana' }).click()
  await expect(place.getByText('Votre réponse part par e-mail.')).toBeVisible()
  await openAs(page, ana.id)
  await page.goto(`/fr${pathOf(space)}`)
  await expect(trial.getByText('Vous êtes attendu·e :')).toBeVisible()
})

test('in English, where a mailbox proves nothing, an administrator is asked', async ({ page }) => {
  const website = 'https://www.facebook.com/the-attic'
  const space = await makeSpace({ name: unique('The Attic'), ...somewhere(), website })
  const ella = await signIn(page, freshAddress('ella'), 'Ella')
  const place = main(page)
  await page.goto(`/en/spaces/${space.id}/claim`)
  await expect(place.getByText('is at a domain where anybody can have a page or a mailbox')).toBeVisible()
  await place.getByLabel('How can it be checked?').fill('I run it; the number on the door is mine.')
  await place.getByRole('button', { name: 'Ask the administrator' }).click()
  await expect(place.getByText('Your request waits for an answer')).toBeVisible()

  await openAs(page, (await administrator()).id)
  await page.goto('/en/admin/claims')
  await place.getByRole('button', { name: `Yes, “${space.name}” is Ella’s place` }).click()
  await expect(place.getByText('Done: the place is theirs')).toBeVisible()
  await openAs(page, ella.id)
  await page.goto('/en/me/spaces')
  await place.getByRole('link', { name: space.name }).click()
  await expect(place.getByRole('link', { name: 'Edit', exact: true })).toBeVisible()
})
