import { globSync, readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { guest, main, signedIn, unique } from '@/e2e/support/host'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { joinEvent } from '@/lib/rsvps/commands'
import { makeEvent } from '@/lib/testing/makers'

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
    const { id: template } = await db.eventTemplate.create({
      data: { ownerId: event.organizerId, name: 'À Zoé', values: { title: event.title } },
    })
    expect((await page.goto(`/fr/host/new?template=${template}`))?.status()).toBe(404)
  })

  test('has no list for a stranger’s program, nor for nobody’s', async ({ page }) => {
    const event = await makeEvent({ title: unique('Secret') })
    const lists = [`/api/checkin/${event.id}`, `/fr/host/${event.id}/guests.csv`]
    const headers = { 'content-type': 'application/json', origin: process.env.E2E_URL ?? '' }
    const sync = () =>
      page.request.post(`/api/checkin/${event.id}`, { headers, data: JSON.stringify({ entries: [] }) })
    expect((await page.request.get(lists[0] ?? '')).status()).toBe(401)
    expect((await sync()).status()).toBe(401)
    await signedIn(page)
    for (const list of lists) expect((await page.request.get(list)).status(), list).toBe(404)
    expect((await sync()).status()).toBe(404)
  })

  /** Where each action's form stands, what it calls the event, and what sends it. */
  type Form = {
    path: string
    field: string
    send: (page: Page) => Promise<void>
    /** The host lets each guest in. */
    approval?: boolean
    /** Neither event is published yet; both go out by themselves. */
    draft?: boolean
    /** What one's own event needs for the form to be there. */
    prepare?: (event: { id: string }, me: { id: string }) => Promise<unknown>
  }
  const asks = (label: string, confirm: string) => async (page: Page) => {
    await main(page).getByLabel(label).click()
    await page.getByRole('button', { name: confirm }).click()
  }
  const withCohost = async ({ id: eventId }: { id: string }) => {
    const { id: freelancerId } = await guest('Zoé')
    await db.eventHost.create({ data: { eventId, freelancerId } })
  }
  const draft = { path: '', field: 'eventId', draft: true }
  const forms: Record<string, Form> = {
    publishDraftAction: {
      ...draft,
      send: (page) => page.getByRole('button', { name: 'Publier maintenant' }).click(),
    },
    publishLaterAction: {
      ...draft,
      send: (page) => page.getByRole('button', { name: 'Changer' }).click(),
    },
    keepDraftAction: {
      ...draft,
      send: (page) => page.getByRole('button', { name: 'Ne pas publier toute seule' }).click(),
    },
    discardDraftAction: {
      ...draft,
      send: async (page) => {
        await main(page).getByText('Jeter le brouillon', { exact: true }).click()
        await page.getByRole('button', { name: 'Oui, jeter le brouillon' }).click()
      },
    },
    doAgainAction: {
      path: '',
      field: 'eventId',
      prepare: ({ id }) =>
        db.event.update({
          where: { id },
          data: {
            startsAt: new Date(now().getTime() - 7_200_000),
            endsAt: new Date(now().getTime() - 3_600_000),
          },
        }),
      send: (page) => page.getByRole('button', { name: /^Refaire/ }).click(),
    },
    sendMessageAction: {
      path: '/message',
      field: 'eventId',
      send: async (page) => {
        await page.getByLabel('Votre message').fill('Bonjour')
        await page.getByRole('button', { name: 'Envoyer' }).click()
      },
    },
    saveTemplateAction: {
      path: '',
      field: 'eventId',
      send: async (page) => {
        await main(page).getByText('Garder comme modèle').click()
        await page.getByRole('button', { name: 'Garder', exact: true }).click()
      },
    },
    admitGuestAction: {
      path: '',
      field: 'eventId',
      approval: true,
      send: (page) => page.getByRole('button', { name: 'Accueillir Bob' }).click(),
    },
    nameGreeterAction: {
      path: '/greeters',
      field: 'eventId',
      send: async (page) => {
        await page.getByLabel('Où, dix minutes avant').fill('Devant le comptoir')
        await page.getByLabel('À quoi la reconnaître').fill('Foulard rouge')
        await page.getByRole('button', { name: 'Ajouter à l’accueil' }).click()
      },
    },
    removeGreeterAction: {
      path: '/greeters',
      field: 'eventId',
      prepare: ({ id: eventId }, { id: freelancerId }) =>
        db.eventGreeter.create({
          data: { eventId, freelancerId, recognise: 'Foulard rouge', meetAt: 'Devant le comptoir' },
        }),
      send: (page) => page.getByRole('button', { name: /^Retirer .* de l’accueil$/ }).click(),
    },
    inviteHostAction: {
      path: '/hosts',
      field: 'eventId',
      send: async (page) => {
        await page.getByLabel('Son adresse e-mail').fill('zoe@example.org')
        await page.getByRole('button', { name: 'Envoyer l’invitation' }).click()
      },
    },
    withdrawInviteAction: {
      path: '/hosts',
      field: 'eventId',
      prepare: ({ id: eventId }, { id: invitedById }) =>
        db.hostInvite.create({ data: { eventId, invitedById, email: 'zoe@example.org' } }),
      send: (page) => page.getByRole('button', { name: 'Annuler l’invitation de' }).click(),
    },
    removeCohostAction: {
      path: '/hosts',
      field: 'eventId',
      prepare: withCohost,
      send: asks('Retirer', 'Oui, retirer'),
    },
    handOverAction: {
      path: '/hosts',
      field: 'eventId',
      prepare: withCohost,
      send: asks('Confier la sortie', 'Oui, confier la sortie'),
    },
    leaveHostingAction: {
      path: '/hosts',
      field: 'eventId',
      prepare: async ({ id }, me) => {
        const { id: organizerId } = await guest('Zoé')
        await db.event.update({ where: { id }, data: { organizerId } })
        await db.eventHost.create({ data: { eventId: id, freelancerId: me.id } })
      },
      send: async (page) => {
        await main(page).getByText('Ne plus co-organiser').click()
        await page.getByRole('button', { name: 'Oui, je quitte les hôtes' }).click()
      },
    },
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

  for (const [name, { path, field, approval = false, draft = false, send, prepare }] of Object.entries(
    forms,
  )) {
    test(`is not changed by ${name} from a form of one’s own`, async ({ page }) => {
      const ana = await signedIn(page)
      const own = await makeEvent({ organizerId: ana.id, city: 'Cannes', approval })
      await prepare?.(own, ana)
      const foreign = await makeEvent({ title: unique('À Zoé'), city: 'Nice', approval })
      const bob = await guest('Bob')
      await joinEvent(bob, own.id)
      await joinEvent(bob, foreign.id)
      if (draft) {
        const publishAt = new Date(own.startsAt.getTime() - 3_600_000)
        await db.event.updateMany({
          where: { id: { in: [own.id, foreign.id] } },
          data: { status: 'draft', publishAt },
        })
      }
      const read = () =>
        db.event.findUniqueOrThrow({
          where: { id: foreign.id },
          include: { rsvps: { select: { status: true } }, hosts: true, invites: true },
        })
      const before = await read()
      await page.goto(`/fr/host/${own.id}${path}`)
      await expect(main(page).locator(`input[name=${field}]`).first()).toHaveValue(own.id)
      // As somebody sends it who has put another event's id into the form.
      await page.route('**/*', (route, request) => {
        const body = request.postData()
        return body ? route.continue({ postData: body.replaceAll(own.id, foreign.id) }) : route.continue()
      })
      await send(page)
      await expect(main(page)).toContainText('Cette page n’existe pas')
      expect(await read()).toEqual(before)
    })
  }
})
