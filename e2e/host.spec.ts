import { globSync, readFileSync } from 'node:fs'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { joinEvent } from '@/lib/rsvps/commands'
import { makeEvent, makeFreelancer, makeSpace, toActor } from '@/lib/testing/makers'
import { freshAddress, readMail, signIn } from './support/mail'

const main = (page: Page) => page.getByRole('main')

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

/** A word that no other space of the run has in its name. */
const unique = (word: string) => `${word} ${process.pid}${Math.round(performance.now() * 1000)}`

/** Somebody signed in, and the person the database knows. */
async function signedIn(page: Page, name = 'Ana') {
  const email = freshAddress(name.toLowerCase())
  await signIn(page, email, name)
  const user = await db.user.findUniqueOrThrow({ where: { email } })
  return { id: user.id, email, name, locale: 'fr' as const }
}

/** The last part of the address: the id of the event whose guests are shown. */
const idOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''

const guest = async (name: string) =>
  toActor(await makeFreelancer({ name, email: freshAddress(name.toLowerCase()) }))

test('an event is published in four taps and one word, and stands on its page and in the API', async ({
  page,
}) => {
  const name = unique('La Ruche')
  await makeSpace({ name, city: 'Cannes', street: '1 rue d’Exemple' })
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
  const box = `bbox=${(event.lng ?? 0) - 0.01},${(event.lat ?? 0) - 0.01},${(event.lng ?? 0) + 0.01},${(event.lat ?? 0) + 0.01}`
  const answer = await page.request.get(`/api/v1/events?${box}&limit=200`)
  expect(await answer.text()).toContain(id)
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
  await page.getByLabel('Places').fill('beaucoup')
  await page.getByRole('button', { name: 'Publier' }).click()
  await expect(main(page)).toContainText('commencer par https://')
  await expect(main(page)).toContainText('entre 1 et 1 000')
  const link = page.getByLabel('Lien de la visio')
  await expect(link).toBeFocused()
  await expect(link).toHaveAccessibleDescription(/commencer par https/)
  await expect(link).toHaveValue('meet.example.org')
  await expect(page.getByLabel('Un mot d’accueil')).toHaveValue('Bienvenue à tous')
  await expect(page.getByLabel('Places')).toHaveValue('beaucoup')
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
  await page.goto((await page.locator('input[name=returnTo]').inputValue()).replace('/host/new', '/host/new'))
  await page.waitForURL(/\/sign-in\?/)
  await signIn(page, freshAddress('again'))
  await page.goto('/fr/host/new')
  await expect(page.getByLabel('Titre')).toHaveValue('Café des lève-tôt')
})

test('people who come are told of a new time, and of the end, with the organizer’s words', async ({
  page,
}) => {
  const ana = await signedIn(page)
  const title = unique('Apéro')
  const event = await makeEvent({ organizerId: ana.id, title, city: 'Cannes', capacity: 2 })
  const [bob, eve] = [await guest('Bob'), await guest('Eve')]
  await joinEvent(bob, event.id)
  await joinEvent(eve, event.id)

  await page.goto(`/fr/host/${event.id}/edit`)
  await page.getByLabel('Début').fill('19:45')
  await page.getByLabel('Fin').fill('22:15')
  await page.getByLabel('Places').fill('1')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(main(page)).toContainText('Des places sont déjà prises')
  await expect(page.getByLabel('Début')).toHaveValue('19:45')
  await page.getByLabel('Places').fill('4')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(main(page)).toContainText('prévenues par e-mail')
  const changed = await readMail(page, bob.email, /Du changement/)
  expect(changed.text).toContain('l’horaire')
  expect(changed.text).toMatch(/19\sh\s45/)

  await main(page).getByRole('link', { name: 'Annuler' }).click()
  await page.getByLabel('Un mot à celles et ceux').fill('Grippe générale, désolée !')
  await page.getByRole('button', { name: 'Oui, annuler la sortie' }).click()
  await expect(main(page)).toContainText('C’est annulé')
  const off = await readMail(page, eve.email, /Annulé/)
  expect(off.text).toContain('Grippe générale, désolée !')
  await page.goto(`/fr/events/${event.id}/x`)
  await expect(main(page)).toContainText('n’aura pas lieu')
})

test('removing somebody tells them why and gives their seat to the first in line', async ({ page }) => {
  const ana = await signedIn(page)
  const event = await makeEvent({ organizerId: ana.id, title: unique('Afterwork'), capacity: 1 })
  const [bob, eve] = [await guest('Bob'), await guest('Eve')]
  await joinEvent(bob, event.id)
  await joinEvent(eve, event.id)
  await page.goto(`/fr/host/${event.id}`)
  await expect(main(page)).toContainText('Une personne attend')
  await main(page).getByLabel('Retirer Bob').click()
  await page.getByLabel('Un mot pour cette personne').first().fill('Réservé aux graphistes cette fois')
  await page.getByRole('button', { name: 'Oui, retirer de la liste' }).first().click()
  await expect(main(page)).toContainText('la première de la file a sa place')
  await expect(main(page)).toContainText('Une personne vient')
  await expect(main(page).getByText('Eve', { exact: true })).toBeVisible()
  await expect(main(page).getByText('Bob', { exact: true })).toHaveCount(0)
  expect((await readMail(page, bob.email, /retirée/)).text).toContain('Réservé aux graphistes cette fois')
  expect((await readMail(page, eve.email, /Une place pour vous/)).text).toContain('elle est à vous')
})

test('an event is published again a week later', async ({ page }) => {
  const ana = await signedIn(page)
  const title = unique('Open coffee')
  const event = await makeEvent({
    organizerId: ana.id,
    title,
    city: 'Cannes',
    capacity: 7,
    welcome: 'Au fond',
  })
  await page.goto('/fr/host')
  await main(page)
    .getByRole('link', { name: `Dupliquer : ${title}` })
    .click()
  await expect(page.getByLabel('Titre')).toHaveValue(title)
  await expect(page.getByLabel('Un mot d’accueil')).toHaveValue('Au fond')
  await page.getByRole('button', { name: 'Publier' }).click()
  await expect(main(page)).toContainText('C’est publié')
  const copy = await db.event.findUniqueOrThrow({ where: { id: idOf(page) } })
  expect(copy).toMatchObject({ capacity: 7, seatsTaken: 0, city: 'Cannes', sequence: 0 })
  expect(copy.startsAt.getTime() - event.startsAt.getTime()).toBeGreaterThan(6 * 86_400_000)
})

test.describe('somebody else’s event', () => {
  /** Every page of an event's organizer; a new one is tried by standing in the folder. */
  const pages = globSync('app/[[]locale[]]/(pages)/host/[[]id[]]/**/page.tsx').map((file) =>
    file.replace(/^.*\/host\/\[id\]/, '').replace(/\/page\.tsx$/, ''),
  )

  test('has no page for a stranger', async ({ page }) => {
    expect(pages.length).toBeGreaterThanOrEqual(3)
    await signedIn(page)
    const event = await makeEvent({ title: unique('Secret') })
    for (const path of pages) {
      const answer = await page.goto(`/fr/host/${event.id}${path}`)
      expect(answer?.status(), path).toBe(404)
      await expect(main(page)).toContainText('Cette page n’existe pas')
      await expect(main(page)).not.toContainText(event.title)
    }
    expect((await page.goto(`/fr/host/new?from=${event.id}`))?.status()).toBe(404)
  })

  /** Where each action's form stands, what it calls the event, and what sends it. */
  const forms: Record<string, { path: string; field: string; send: (page: Page) => Promise<void> }> = {
    editAction: {
      path: '/edit',
      field: 'id',
      send: (page) => page.getByRole('button', { name: 'Enregistrer' }).click(),
    },
    cancelAction: {
      path: '/cancel',
      field: 'id',
      send: (page) => page.getByRole('button', { name: 'Oui, annuler la sortie' }).click(),
    },
    removeGuestAction: {
      path: '',
      field: 'eventId',
      send: async (page) => {
        await main(page)
          .getByLabel(/^Retirer /)
          .click()
        await page.getByRole('button', { name: 'Oui, retirer de la liste' }).click()
      },
    },
  }

  test('every action that takes an event is tried here', () => {
    const actions = globSync('app/[[]locale[]]/(pages)/host/[[]id[]]/**/actions.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/export async function (\w+)/g)].map(([, name]) => name),
    )
    expect(actions.sort()).toEqual(Object.keys(forms).sort())
  })

  for (const [name, { path, field, send }] of Object.entries(forms)) {
    test(`is not changed by ${name} from a form of one’s own`, async ({ page }) => {
      const ana = await signedIn(page)
      const own = await makeEvent({ organizerId: ana.id, city: 'Cannes' })
      const foreign = await makeEvent({ title: unique('À Zoé'), city: 'Nice' })
      const bob = await guest('Bob')
      await joinEvent(bob, own.id)
      await joinEvent(bob, foreign.id)
      const read = () =>
        db.event.findUniqueOrThrow({
          where: { id: foreign.id },
          include: { rsvps: { select: { status: true } } },
        })
      const before = await read()
      await page.goto(`/fr/host/${own.id}${path}`)
      await main(page)
        .locator(`input[name=${field}]`)
        .first()
        .evaluate((input, id) => {
          ;(input as HTMLInputElement).value = id
        }, foreign.id)
      await send(page)
      await expect(main(page)).toContainText('Cette page n’existe pas')
      expect(await read()).toEqual(before)
    })
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a space is looked up and an event published all the same', async ({ page }) => {
    const name = unique('La Fabrique')
    await makeSpace({ name, city: 'Grasse' })
    const ana = await makeFreelancer({ name: 'Ana' })
    await signInWithoutScript(page, ana.email)
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

/** Signs in by the pages, pressing the buttons that a script would press. */
async function signInWithoutScript(page: Page, email: string) {
  await page.goto('/fr/sign-in?returnTo=/fr/outings')
  await page.getByLabel('Votre adresse e-mail').fill(email)
  await page.getByRole('button', { name: 'Recevoir mon code' }).click()
  await page.waitForURL(/\/sign-in\/code\//)
  const { subject } = await readMail(page, email, /\d{6}/)
  await page.getByLabel('Code à 6 chiffres').fill(subject.match(/\d{6}/)?.[0] ?? '')
  await page.getByRole('button', { name: 'Confirmer' }).click()
  await page.waitForURL(/\/fr\/outings$/)
}
