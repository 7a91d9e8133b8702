import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'
import { deleteTemplate, renameTemplate, saveTemplate } from './commands'
import { myTemplates, templateValues } from './queries'

let lea: Actor
let eventId: string
beforeEach(async () => {
  lea = toActor(await makeFreelancer())
  eventId = (await makeEvent({ organizerId: lea.id, title: 'Apéro du port', city: 'Cannes', unlisted: true }))
    .id
})

const only = async (actor: Actor) => {
  const [template] = await myTemplates(actor)
  if (!template) throw new Error('no template')
  return template
}

it('keeps what an event says but its day, under a name that is given once', async () => {
  await saveTemplate(lea, { eventId, name: 'Port' })
  await db.event.update({ where: { id: eventId }, data: { title: 'Apéro au phare' } })
  expect(await saveTemplate(lea, { eventId, name: 'Port' })).toEqual({ ok: true })
  const { id } = await only(lea)
  const values = await templateValues(lea, id)
  expect(values).toMatchObject({ title: 'Apéro au phare', city: 'Cannes', unlisted: 'on' })
  expect(values).not.toHaveProperty('day')
})

it('is nobody else’s to read, rename or delete', async () => {
  await saveTemplate(lea, { eventId, name: 'Port' })
  const { id } = await only(lea)
  const bob = toActor(await makeFreelancer())
  expect(await myTemplates(bob)).toEqual([])
  expect(await templateValues(bob, id)).toBeNull()
  expect(await renameTemplate(bob, { templateId: id, name: 'À moi' })).toMatchObject({ reason: 'not_found' })
  expect(await deleteTemplate(bob, id)).toMatchObject({ reason: 'not_found' })
  expect(await only(lea)).toEqual({ id, name: 'Port' })
})

it('takes no name twice, and forgets when asked', async () => {
  for (const name of ['Lundi', 'Mardi']) await saveTemplate(lea, { eventId, name })
  const { id } = await only(lea)
  expect(await renameTemplate(lea, { templateId: id, name: 'Mardi' })).toMatchObject({
    reason: 'template_name_taken',
  })
  expect(await renameTemplate(lea, { templateId: id, name: 'Jeudi' })).toEqual({ ok: true })
  await deleteTemplate(lea, id)
  expect((await myTemplates(lea)).map(({ name }) => name)).toEqual(['Mardi'])
  expect(await deleteTemplate(lea, randomUUID())).toMatchObject({ reason: 'not_found' })
})

it('holds fifty, and those can still be replaced', async () => {
  const data = Array.from({ length: 50 }, (_, n) => ({ ownerId: lea.id, name: `Modèle ${n}`, values: {} }))
  await db.eventTemplate.createMany({ data })
  expect(await saveTemplate(lea, { eventId, name: 'De trop' })).toMatchObject({
    reason: 'too_many_templates',
  })
  expect(await saveTemplate(lea, { eventId, name: 'Modèle 7' })).toEqual({ ok: true })
})
