import { expect, type Page, test } from '@playwright/test'
import ICAL from 'ical.js'
import { idOf, signedIn, unique } from '@/e2e/support/host'
import { freshAddress, mailsTo, readMail } from '@/e2e/support/mail'
import { signIn } from '@/e2e/support/session'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { comeToAll } from '@/lib/events/series/commands'
import { joinEvent } from '@/lib/rsvps/commands'
import { makeFreelancer, toActor } from '@/lib/testing/makers'

const main = (page: Page) => page.getByRole('main')
const inDays = (days: number) => new Date(now().getTime() + days * 86_400_000).toISOString().slice(0, 10)

/** Publishes a weekly open coffee by its form; answers its occurrences, soonest first. */
async function publishWeekly(page: Page, title: string) {
  await page.goto('/fr/host/new')
  await page.getByText('Une adresse', { exact: true }).click()
  await page.getByLabel('Ville ou code postal').last().fill('Cannes')
  await page.getByLabel('Jour', { exact: true }).fill(inDays(6))
  await page.getByLabel('Titre').fill(title)
  await page.getByLabel('Est-ce que ça revient').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Publier' }).click()
  await expect(main(page)).toContainText('C’est publié')
  const { seriesId } = await db.event.findUniqueOrThrow({ where: { id: idOf(page) } })
  const rows = () => db.event.findMany({ where: { seriesId }, orderBy: { recurrenceId: 'asc' } })
  return { seriesId: seriesId ?? '', rows }
}

const guest = async (name: string) => {
  const email = freshAddress(name.toLowerCase())
  return { email, actor: toActor(await makeFreelancer({ name, email })) }
}

test('weekly: a guest comes to one, the host moves another, and the guest of the first hears nothing', async ({
  page,
}) => {
  await signedIn(page, 'Léa')
  const title = unique('Open coffee')
  const { rows } = await publishWeekly(page, title)
  const [first, second] = await rows()
  expect((await rows()).length).toBeGreaterThanOrEqual(12)
  const [ana, bob] = [await guest('Ana'), await guest('Bob')]
  await joinEvent(ana.actor, first?.id ?? '')
  await joinEvent(bob.actor, second?.id ?? '')
  await readMail(page, ana.email, /C’est noté/)

  await page.goto(`/fr/host/${second?.id}/edit`)
  await expect(page.getByLabel('Celle-ci seulement')).toBeChecked()
  await page.getByLabel('Début').fill('09:15')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(main(page)).toContainText('prévenues par e-mail')
  await readMail(page, bob.email, /Du changement/)
  await page.goto('/fr/inbox')
  const toAna = page.getByRole('main').getByRole('link').filter({ hasText: ana.email })
  await expect(toAna).toHaveCount(1)
  expect((await rows())[0]?.startsAt).toEqual(first?.startsAt)
})

test('coming to all is a choice of its own, and can be taken back', async ({ page }) => {
  const host = await makeFreelancer({ name: 'Léa' })
  await signedIn(page, 'Léa')
  const { rows } = await publishWeekly(page, unique('Open coffee'))
  const [first, second] = await rows()
  const email = freshAddress('fidele')
  await page.context().clearCookies()
  const me = await signIn(page, email, 'Ana')
  expect(host.id).not.toBe(me.id)
  await page.goto(`/fr/events/${first?.id}`)
  await expect(main(page)).toContainText(/Tous les \S+s\./)
  await page.getByRole('button', { name: 'Je viens', exact: true }).click()
  await expect(main(page)).toContainText('Vous y êtes attendu·e')
  const seats = () => db.rsvp.count({ where: { freelancerId: me.id, status: 'going' } })
  expect(await seats()).toBe(1)
  await page.getByRole('button', { name: 'Je viens à toutes' }).click()
  await expect(main(page)).toContainText('Vous venez à toutes')
  expect(await seats()).toBe((await rows()).length)
  await readMail(page, email, /Vous venez à toutes/)
  await page.goto(`/fr/events/${second?.id}`)
  await expect(main(page)).toContainText('Vous y êtes attendu·e')
  await main(page).getByText('Ne plus venir à toutes').click()
  await page.getByRole('button', { name: 'Oui, les libérer' }).click()
  await expect(page.getByRole('button', { name: 'Je viens à toutes' })).toBeVisible()
  expect(await seats()).toBe(0)
})

/** The entries of a calendar file, read back by a parser of somebody else's. */
function entriesOf(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
  return { method: calendar.getFirstPropertyValue('method'), events }
}

/** One file a mail: some programs look for it beside the text, others among the attachments, so it is in both places. */
const calendarsOf = (mails: Awaited<ReturnType<typeof mailsTo>>) =>
  mails.flatMap(({ attachments }) => {
    const files = new Set(attachments.map(({ content }) => content.toString()))
    return [...files].map(entriesOf)
  })

test('the calendar file of each mail shows the series, what moved and what was called off, under one UID', async ({
  page,
}) => {
  await signedIn(page, 'Léa')
  const { seriesId, rows } = await publishWeekly(page, unique('Open coffee'))
  const [, second, third] = await rows()
  const ana = await guest('Ana')
  await comeToAll(ana.actor, seriesId)
  await readMail(page, ana.email, /Vous venez à toutes/)
  await page.goto(`/fr/host/${second?.id}/edit`)
  await page.getByLabel('Début').fill('09:15')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(main(page)).toContainText('prévenues par e-mail')
  await readMail(page, ana.email, /Du changement/)
  await page.goto(`/fr/host/${third?.id}/cancel`)
  await page.getByRole('button', { name: 'Oui, annuler la sortie' }).click()
  await expect(main(page)).toContainText('C’est annulé')
  await readMail(page, ana.email, /Annulé/)

  const [joined, moved, cancelled, ...more] = calendarsOf(await mailsTo(ana.email))
  expect(more).toEqual([])
  const uids = [joined, moved, cancelled].flatMap((file) => file?.events.map(({ uid }) => uid))
  expect(new Set(uids).size).toBe(1)
  const startOf = (file = joined) => file?.events[0]?.recurrenceId?.toJSDate()
  expect(joined).toMatchObject({ method: 'REQUEST' })
  expect(joined?.events[0]?.isRecurring()).toBe(true)
  expect(moved).toMatchObject({ method: 'REQUEST', events: { length: 1 } })
  expect(startOf(moved)).toEqual(second?.startsAt)
  expect(moved?.events[0]?.startDate.toString()).toContain('T09:15:00')
  expect(cancelled).toMatchObject({ method: 'CANCEL', events: { length: 1 } })
  expect(startOf(cancelled)).toEqual(third?.startsAt)

  // The feed says the same to whoever subscribes.
  const answer = await page.request.get(`/api/v1/series/${seriesId}/calendar.ics`)
  expect(answer.headers()['content-type']).toContain('text/calendar')
  const { events } = entriesOf(await answer.text())
  expect(new Set([...uids, ...events.map(({ uid }) => uid)]).size).toBe(1)
  const at = (start: Date | undefined) =>
    events.find((event) => event.recurrenceId?.toJSDate().getTime() === start?.getTime())
  expect(events.filter((event) => event.isRecurrenceException())).toHaveLength(2)
  expect(at(third?.startsAt)?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
  expect(at(second?.startsAt)?.startDate.toString()).toContain('T09:15:00')
})

test('a change to all is one mail to whoever comes to all, about each of their dates', async ({ page }) => {
  await signedIn(page, 'Léa')
  const { seriesId, rows } = await publishWeekly(page, unique('Open coffee'))
  const [first] = await rows()
  const [ana, bob] = [await guest('Ana'), await guest('Bob')]
  await comeToAll(ana.actor, seriesId)
  await joinEvent(bob.actor, first?.id ?? '')
  await page.goto(`/fr/host/${first?.id}/edit`)
  await page.getByText('Toutes celles à venir').click()
  await page.getByLabel('Début').fill('09:15')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(main(page)).toContainText('prévenues par e-mail')
  await readMail(page, ana.email, /Du changement/)
  await readMail(page, bob.email, /Du changement/)
  const changes = async (email: string) =>
    calendarsOf((await mailsTo(email)).filter(({ subject }) => subject?.startsWith('Du changement')))
  const starts = (await rows()).map(({ recurrenceId }) => recurrenceId?.getTime())
  const [told, ...again] = await changes(ana.email)
  expect(again).toEqual([])
  expect(told?.events.map(({ recurrenceId }) => recurrenceId?.toJSDate().getTime())).toEqual(starts)
  expect(await changes(bob.email)).toMatchObject([{ events: { length: 1 } }])
})

test('a series is called off from one occurrence on', async ({ page }) => {
  await signedIn(page, 'Léa')
  const { rows } = await publishWeekly(page, unique('Open coffee'))
  const third = (await rows())[2]
  await page.goto(`/fr/host/${third?.id}/cancel`)
  await page.getByText('Celle-ci et les suivantes').click()
  await page.getByRole('button', { name: 'Oui, annuler la sortie' }).click()
  await expect(main(page)).toContainText('C’est annulé')
  const states = (await rows()).map(({ status }) => status)
  expect(states.slice(0, 3)).toEqual(['published', 'published', 'cancelled'])
  expect(new Set(states.slice(2))).toEqual(new Set(['cancelled']))
})
