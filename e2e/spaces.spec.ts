import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { main, unique } from '@/e2e/support/host'
import { freshAddress } from '@/e2e/support/mail'
import { signIn } from '@/e2e/support/session'
import { db } from '@/lib/db'
import { slugify } from '@/lib/slug'
import { makeEvent, makeSpace } from '@/lib/testing/makers'

/** Somewhere that no other test of the run looks at. */
const somewhere = () => ({ lat: 47 + Math.random(), lng: -4 - Math.random() })
const pathOf = (space: { id: string; name: string }) => `/spaces/${space.id}/${slugify(space.name)}`

test('a place says what is known of it, what is not, and who says so; what closed is found no more', async ({
  page,
  request,
}) => {
  const at = somewhere()
  const known = { sockets: 'plenty', priceDay: 1800, fee: true, phoneBooths: false, trialDay: true } as const
  const bulle = await makeSpace({
    ...{ name: unique('La Bulle'), street: '8 rue des Orangers', ...at, ...known },
    ...{ internet: 'wlan', internetFee: 'no', wifiMbps: 180, confirmedOn: new Date('2019-05-04') },
    provenance: { name: 'osm', wifiMbps: 'people', priceDay: 'owner' },
    sources: {
      create: { source: 'osm', externalId: unique('node/1'), licence: 'ODbL-1.0', fields: {}, hash: '' },
    },
  })
  const zinc = await makeSpace({ name: unique('Le Zinc'), ...at, priceDay: 2500 })
  const gone = await makeSpace({ name: unique('Chez Lou'), ...at, closedOn: new Date('2026-01-31') })
  const event = await makeEvent({ title: unique('Apéro'), spaceId: bulle.id, ...at })
  const double = randomUUID()
  await db.spaceAlias.create({ data: { id: double, spaceId: bulle.id } })

  // From the map: under 20 € with sockets, by the form of all filters.
  await page.goto(`/fr?lat=${at.lat}&lng=${at.lng}&z=16&show=spaces`)
  await expect(main(page).getByRole('link', { name: zinc.name })).toBeVisible()
  await expect(main(page).getByRole('link', { name: gone.name })).toHaveCount(0)
  await main(page)
    .getByRole('button', { name: /^Filtres/ })
    .click()
  const panel = page.getByRole('dialog', { name: 'Filtres' })
  await panel.getByRole('checkbox', { name: 'Des prises' }).check()
  await panel.getByLabel('Au plus, par jour').fill('20')
  await panel.getByRole('button', { name: 'Voir la liste' }).click()
  await expect(page).toHaveURL(/sockets=1&maxPrice=20/)
  await expect(main(page).getByRole('link', { name: zinc.name })).toBeHidden()
  await main(page).getByRole('link', { name: bulle.name }).click()

  const place = main(page)
  await expect(place.getByRole('heading', { level: 1, name: bulle.name })).toBeVisible()
  for (const words of ['180 Mbit/s', '18 € la journée', 'Une journée d’essai offerte'])
    await expect(place.getByText(words)).toBeVisible()
  await expect(place.getByRole('listitem').filter({ hasText: 'Des prises partout' })).toBeVisible()
  await expect(place.getByText('depuis le 4 mai 2019')).toBeVisible()
  await expect(place.getByText('Sans cabine pour téléphoner.')).toBeVisible()
  await expect(place.getByText('On ne sait pas encore : bruit, appels et accès en fauteuil.')).toBeVisible()
  await expect(place.getByText('L’équipe du lieu : prix')).toBeVisible()
  await place.getByText('Y aller', { exact: true }).click()
  await expect(place.getByRole('link', { name: 'L’appli du téléphone' })).toHaveAttribute('href', /^geo:47\./)
  await expect(place.getByRole('link', { name: event.title })).toBeVisible()

  const feed = await request.get(`/api/v1/spaces/${double}/calendar.ics`)
  expect(await feed.text()).toContain(`SUMMARY:${event.title}`)
  const picture = await page.locator('meta[property="og:image"]').getAttribute('content')
  const card = await request.get(String(picture))
  expect([card.status(), card.headers()['content-type']]).toEqual([200, 'image/png'])

  await page.goto(`/fr/spaces/${double}/whatever`)
  await expect(page).toHaveURL(new RegExp(`${pathOf(bulle)}$`))
  await page.goto(`/fr${pathOf(gone)}`)
  await expect(place.getByText('Ce lieu a fermé définitivement.')).toBeVisible()
  await place.getByRole('link', { name: 'Voir les lieux autour' }).click()
  await expect(main(page).getByRole('link', { name: bulle.name })).toBeVisible()
})

test('in English, where little is known', async ({ page }) => {
  const space = await makeSpace({ name: unique('The Attic'), ...somewhere(), approximate: true })
  await page.goto(`/en${pathOf(space)}`)
  const place = main(page)
  await expect(place.getByText('Put at the middle of its town')).toBeVisible()
  await expect(
    place.getByText('Nobody has said yet: internet, sockets, noise, calls, step-free access, and price.'),
  ).toBeVisible()
  await expect(place.getByText('Not yet confirmed by anybody who went there.')).toBeVisible()
  await expect(place.getByRole('link', { name: 'Follow this place’s calendar' })).toBeVisible()
})

test('one tap says that a page is still right, after signing in where one has not, and one takes it back', async ({
  page,
}) => {
  const space = await makeSpace({ name: unique('La Serre'), ...somewhere() })
  await page.goto(`/fr${pathOf(space)}`)
  await main(page).getByRole('button', { name: 'Oui, tout est juste' }).click()
  await expect(page).toHaveURL(/\/fr\/sign-in/)
  await signIn(page, freshAddress('serre'))
  await page.goto(`/fr${pathOf(space)}`)
  await main(page).getByRole('button', { name: 'Oui, tout est juste' }).click()
  await expect(main(page).getByText('Merci. La prochaine personne saura que c’est frais.')).toBeVisible()
  await expect(main(page).getByText('Confirmé pour la dernière fois le')).toBeVisible()
  await main(page)
    .getByRole('region', { name: 'Toujours juste ?' })
    .getByRole('button', { name: 'Annuler' })
    .click()
  await expect(main(page).getByText('Pas encore confirmé par quelqu’un qui y est allé.')).toBeVisible()
})

test('whoever was there says with a tap what they found, and takes it back', async ({ page }) => {
  const space = await makeSpace({ name: unique('La Verrière'), ...somewhere() })
  await signIn(page, freshAddress('verriere'))
  await page.goto(`/fr${pathOf(space)}`)
  const place = main(page)
  const taps = place.getByRole('region', { name: 'Vous y étiez ?' })
  await taps.getByRole('button', { name: 'Des prises partout' }).click()
  await expect(
    taps.getByRole('button', { name: 'Vous avez dit : Des prises partout. Annuler' }),
  ).toBeVisible()
  await expect(place.getByRole('listitem').filter({ hasText: 'Des prises partout' })).toBeVisible()
  const speed = taps.getByLabel('Débit mesuré, en Mbit/s')
  await speed.fill('vite')
  await taps.getByRole('button', { name: 'Envoyer' }).click()
  await expect(taps.getByText('Indiquez un débit entre 0,1 et 10 000 Mbit/s, par exemple 42.')).toBeVisible()
  await expect(speed).toHaveValue('vite')
  await speed.fill('42,4')
  await taps.getByRole('button', { name: 'Envoyer' }).click()
  await expect(place.getByText('42 Mbit/s mesurés sur place')).toBeVisible()
  await expect(taps.getByText('une personne, la dernière fois le')).toHaveCount(2)
  await expect(place.getByText('Des gens qui y vont : internet et prises')).toBeVisible()

  await page.goto(`/en${pathOf(space)}`)
  await taps
    .or(place.getByRole('region', { name: 'Were you there?' }))
    .getByRole('button', { name: 'You said: Sockets everywhere. Undo' })
    .click()
  await expect(place.getByRole('button', { name: 'Sockets everywhere', exact: true })).toBeVisible()
  await expect(place.getByRole('listitem').filter({ hasText: 'Sockets everywhere' })).toHaveCount(0)
})
