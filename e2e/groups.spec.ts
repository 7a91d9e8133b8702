import { expect, test } from '@playwright/test'
import { idOf, main, signedIn, unique } from '@/e2e/support/host'
import { freshAddress, readMail } from '@/e2e/support/mail'
import { openAs } from '@/e2e/support/session'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { publishDue } from '@/lib/events/publishing/commands'
import { makeEvent, makeFreelancer } from '@/lib/testing/makers'

const inDays = (days: number) => new Date(now().getTime() + days * 86_400_000).toISOString().slice(0, 10)

test('a group is begun and followed, and its followers hear of an outing that its calendar lists', async ({
  page,
}) => {
  const name = unique('Open Coffee')
  const host = await signedIn(page, 'Léa')
  await page.goto('/fr/groups')
  await main(page).getByRole('link', { name: 'Créer un groupe' }).first().click()
  await page.getByLabel('Qui vous êtes').fill('Un café chaque jeudi.')
  await page.getByRole('button', { name: 'Créer le groupe' }).click()
  await expect(main(page)).toContainText('Donnez un nom au groupe.')
  await expect(page.getByLabel('Qui vous êtes')).toHaveValue('Un café chaque jeudi.')
  await page.getByLabel('Nom du groupe').fill(name)
  await page.getByLabel('Ville').fill('Cannes')
  await page.getByRole('button', { name: 'Créer le groupe' }).click()
  await expect(main(page).getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(main(page)).toContainText('Votre groupe est né')
  const groupPage = new URL(page.url()).pathname
  const groupId = groupPage.split('/')[3] ?? ''

  const email = freshAddress('zoe')
  const follower = await makeFreelancer({ name: 'Zoé', email })
  await openAs(page, follower.id)
  await page.goto(`/fr/groups?q=${encodeURIComponent(name)}`)
  await main(page).getByRole('link', { name }).click()
  await page.getByRole('button', { name: 'Suivre ce groupe' }).click()
  await expect(main(page)).toContainText('Vous suivez ce groupe')
  await expect(main(page)).toContainText('2 membres')
  await expect(main(page)).not.toContainText('Zoé')

  await openAs(page, host.id)
  await page.goto(groupPage)
  await main(page).getByRole('link', { name: 'Proposer une sortie' }).first().click()
  await main(page).getByText('Open coffee', { exact: true }).click()
  await page.getByText('En ligne', { exact: true }).click()
  await page.getByLabel('Lien de la visio').fill('https://meet.example.org/cafe')
  const title = unique('Café')
  await page.getByLabel('Titre').fill(title)
  await expect(page.getByLabel('Au nom d’un groupe')).toHaveValue(groupId)
  await page.getByRole('button', { name: 'Publier' }).click()
  await expect(main(page)).toContainText('C’est publié')
  const eventId = idOf(page)

  const mail = await readMail(page, email, new RegExp(title))
  expect(mail.subject).toContain(name)
  expect(mail.text).toContain('Ne plus recevoir ce genre de message')
  const feed = await page.request.get(`/api/v1/groups/${groupId}/calendar.ics`)
  expect(feed.headers()['content-type']).toContain('text/calendar')
  expect(await feed.text()).toContain(title)
  expect(await feed.text()).not.toContain('meet.example.org')
  await page.goto(`/fr/events/${eventId}`)
  await expect(main(page).getByRole('link', { name })).toBeVisible()
  const data = await page.locator('script[type="application/ld+json"]').first().textContent()
  expect(JSON.parse(data ?? '').organizer).toMatchObject({ '@type': 'Organization', name })
})

test('its owner names who organizes, and gives the group away', async ({ page }) => {
  const owner = await signedIn(page, 'Léa')
  const marc = await makeFreelancer({ name: 'Marc' })
  const { id } = await db.group.create({
    data: {
      name: unique('Apéros'),
      members: { create: [{ freelancerId: owner.id, role: 'owner' }, { freelancerId: marc.id }] },
    },
  })
  const roleOf = async (freelancerId: string) =>
    (await db.groupMember.findUnique({ where: { groupId_freelancerId: { groupId: id, freelancerId } } }))
      ?.role
  await page.goto(`/fr/groups/${id}/members`)
  await page.getByLabel('Faire organiser Marc', { exact: true }).click()
  await page.getByRole('button', { name: 'Oui', exact: true }).click()
  await expect(main(page)).toContainText('C’est fait')
  expect(await roleOf(marc.id)).toBe('organizer')
  await page.getByLabel('Confier le groupe à Marc').click()
  await page.getByRole('button', { name: 'Oui, confier le groupe' }).click()
  await expect(main(page)).toContainText('a changé de responsable')
  expect([await roleOf(owner.id), await roleOf(marc.id)]).toEqual(['organizer', 'owner'])
  await expect(page.getByLabel('Retirer Marc')).toHaveCount(0)

  await openAs(page, marc.id)
  await page.goto(`/fr/groups/${id}/edit`)
  await main(page).getByText('Supprimer le groupe', { exact: true }).click()
  await page.getByRole('button', { name: 'Oui, supprimer le groupe' }).click()
  await expect(main(page)).toContainText('Le groupe est supprimé')
  expect(await roleOf(marc.id)).toBeUndefined()
})

test('the pages of those who run a group are closed to everybody else', async ({ page }) => {
  const { id: freelancerId } = await makeFreelancer()
  const { id } = await db.group.create({
    data: { name: unique('Fermé'), members: { create: { freelancerId, role: 'owner' } } },
  })
  const stranger = await signedIn(page)
  await db.groupMember.create({ data: { groupId: id, freelancerId: stranger.id } })
  for (const path of ['edit', 'members']) {
    expect((await page.goto(`/fr/groups/${id}/${path}`))?.status()).toBe(404)
  }
  expect((await page.goto('/fr/groups/nonsense'))?.status()).toBe(404)
})

test('a draft is seen by its host alone until it goes out at its hour', async ({ page, browser }) => {
  await signedIn(page)
  await page.goto('/fr/host/new')
  await main(page).getByText('Afterwork', { exact: true }).click()
  await page.getByText('En ligne', { exact: true }).click()
  await page.getByLabel('Lien de la visio').fill('https://meet.example.org/apero')
  const title = unique('Apéro')
  await page.getByLabel('Titre').fill(title)
  await page.getByLabel('Jour', { exact: true }).fill(inDays(6))
  await page.getByRole('button', { name: 'Garder en brouillon' }).click()
  await expect(main(page)).toContainText('Votre brouillon est gardé')
  const eventId = idOf(page)
  const stranger = await browser.newPage()
  expect((await stranger.goto(`/fr/events/${eventId}`))?.status()).toBe(404)

  await page.getByLabel('Jour', { exact: true }).fill(inDays(-2))
  await page.getByRole('button', { name: 'Programmer' }).click()
  await expect(main(page)).toContainText('Ce moment est déjà passé')
  await expect(page.getByLabel('Jour', { exact: true })).toHaveValue(inDays(-2))
  await page.getByLabel('Jour', { exact: true }).fill(inDays(2))
  await page.getByRole('button', { name: 'Programmer' }).click()
  await expect(main(page)).toContainText('Cette sortie se publie toute seule')
  await page.goto('/fr/host')
  await expect(main(page)).toContainText('Se publie')
  const { publishAt } = await db.event.findUniqueOrThrow({ where: { id: eventId } })
  // What the worker does at that hour.
  expect(await publishDue({ eventId, publishAt: publishAt?.toISOString() ?? '' })).toBe(true)
  expect((await stranger.goto(`/fr/events/${eventId}`))?.status()).toBe(200)
  await stranger.close()
})

test('what one hosts often is kept as a template, and begins the next', async ({ page }) => {
  const host = await signedIn(page)
  const title = unique('Apéro du port')
  const event = await makeEvent({ organizerId: host.id, title, city: 'Cannes', capacity: 7 })
  await page.goto(`/fr/host/${event.id}`)
  await main(page).getByText('Garder comme modèle').click()
  await page.getByLabel('Nom du modèle').fill('Le port')
  await page.getByRole('button', { name: 'Garder', exact: true }).click()
  await expect(main(page)).toContainText('C’est gardé dans vos modèles')
  await page.goto('/fr/host/templates')
  await main(page).getByLabel('Renommer « Le port »').click()
  await page.getByLabel('Nom du modèle').fill('')
  await page.getByRole('button', { name: 'Renommer' }).click()
  await expect(main(page)).toContainText('Donnez un nom au modèle.')
  await page.getByLabel('Nom du modèle').fill('Port du soir')
  await page.getByRole('button', { name: 'Renommer' }).click()
  await main(page).getByRole('link', { name: 'Proposer « Port du soir »' }).click()
  await expect(page.getByLabel('Titre')).toHaveValue(title)
  await expect(page.getByLabel('Places', { exact: false }).first()).toHaveValue('7')
  await page.goto('/fr/host/templates')
  await main(page).getByLabel('Supprimer « Port du soir »').click()
  await page.getByRole('button', { name: 'Oui, supprimer' }).click()
  await expect(main(page)).toContainText('Aucun modèle pour l’instant')
})

test('an outing for those who have its link is on no map, and asks search engines to pass by', async ({
  page,
}) => {
  const title = unique('Chez moi')
  const event = await makeEvent({ title, unlisted: true })
  await page.goto('/fr/agenda')
  await expect(main(page)).not.toContainText(title)
  const listed = await page.request.get('/api/v1/events?limit=200')
  expect(await listed.text()).not.toContain(event.id)
  await page.goto(`/fr/events/${event.id}`)
  await expect(main(page).getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
})
