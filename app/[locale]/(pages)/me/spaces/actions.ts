'use server'

import { refresh } from 'next/cache'
import { getLocale } from 'next-intl/server'
import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { doneState, type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { redirect } from '@/lib/i18n/navigation'
import type { Result } from '@/lib/result'
import { addPhoto, movePhoto, removePhoto } from '@/lib/spaces/album/commands'
import { addPhotoSchema, movePhotoSchema, photoRefSchema } from '@/lib/spaces/album/schema'
import { confirmSpace } from '@/lib/spaces/confirmations/commands'
import { decideCorrection } from '@/lib/spaces/corrections/commands'
import { decisionSchema } from '@/lib/spaces/corrections/schema'
import { LISTS } from '@/lib/spaces/edits/schema'
import { keepSpace, offerTrial, undoKept } from '@/lib/spaces/keeping/commands'
import { keepSpaceSchema } from '@/lib/spaces/keeping/schema'
import { leaveSpace, objectToOwner } from '@/lib/spaces/owners/commands'
import { keptSpaceSchema, objectSchema } from '@/lib/spaces/owners/schema'
import { answerTrial, proposeOther } from '@/lib/spaces/trials/commands'
import { answerTrialSchema, offerTrialSchema, otherTrialSchema } from '@/lib/spaces/trials/schema'

/** Writes what the form of the place says. */
export async function keepAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, keepSpaceSchema, keepSpace, 'saved', LISTS)
}

/** Takes the last change back. */
export async function undoAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, keptSpaceSchema, undoKept, 'undone')
}

/** "All of it is right." */
export async function confirmKeptAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, keptSpaceSchema, (actor, { spaceId }) => confirmSpace(actor, spaceId), 'confirmed')
}

/** Offers a trial day, or no longer. */
export async function offerAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, offerTrialSchema, offerTrial, 'offered')
}

/** Answers a request for one. */
export async function answerTrialAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, answerTrialSchema, answerTrial, 'answered')
}

/** Would rather have another half-day. */
export async function proposeAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, otherTrialSchema, proposeOther, 'answered')
}

/** Another owner has nothing to do with the place. */
export async function objectAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, objectSchema, objectToOwner, 'objected')
}

/** Applies or refuses what somebody suggests. */
export async function decideKeptAction(
  spaceId: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const parsed = parseForm(decisionSchema, form, ['fields'])
  if (!parsed.ok) return parsed.state
  const { actor, locale } = await signedIn(spaceId)
  const { id, decision, answer, fields } = parsed.data
  const result = await decideCorrection(actor, id, decision, answer, fields)
  if (!result.ok) return refusedState(form, {}, result.reason)
  return redirect({ href: `/me/spaces/${spaceId}?done=decided`, locale })
}

/** Keeps the page no more. */
export async function leaveAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(keptSpaceSchema, form)
  if (!parsed.ok) return parsed.state
  const { actor, locale } = await signedIn(parsed.data.spaceId)
  await leaveSpace(actor, parsed.data)
  return redirect({ href: '/me/spaces?done=left', locale })
}

/** Adds a picture. */
export async function addPhotoAction(_state: FormState, form: FormData): Promise<FormState> {
  return inAlbum(form, addPhotoSchema, addPhoto)
}

/** Moves one up or down. */
export async function movePhotoAction(_state: FormState, form: FormData): Promise<FormState> {
  return inAlbum(form, movePhotoSchema, movePhoto)
}

/** Takes one away. */
export async function removePhotoAction(_state: FormState, form: FormData): Promise<FormState> {
  return inAlbum(form, photoRefSchema, removePhoto)
}

type Work<T> = (actor: Actor, input: T) => Promise<Result<unknown>>

async function signedIn(spaceId: string): Promise<{ actor: Actor; locale: 'fr' | 'en' }> {
  const locale = await getLocale()
  return { actor: await requireActor(locale, `/${locale}/me/spaces/${spaceId}`), locale }
}

/** Does it, and says so on the owner's page. */
async function settle<T extends { spaceId: string }>(
  form: FormData,
  schema: z.ZodType<T>,
  work: Work<T>,
  done: string,
  lists: string[] = [],
): Promise<FormState> {
  const parsed = parseForm(schema, form, lists)
  if (!parsed.ok) return parsed.state
  const { actor, locale } = await signedIn(parsed.data.spaceId)
  const answer = await work(actor, parsed.data)
  if (!answer.ok) return refusedState(form, {}, answer.reason)
  return redirect({ href: `/me/spaces/${parsed.data.spaceId}?done=${done}`, locale })
}

/** Refusals about a picture's address stand at its field. */
const AT_URL = new Set(['photo_failed', 'photo_twice'])

async function inAlbum<T extends { spaceId: string }>(
  form: FormData,
  schema: z.ZodType<T>,
  work: Work<T>,
): Promise<FormState> {
  const parsed = parseForm(schema, form)
  if (!parsed.ok) return parsed.state
  const { actor } = await signedIn(parsed.data.spaceId)
  const answer = await work(actor, parsed.data)
  if (!answer.ok) {
    const { reason } = answer
    return AT_URL.has(reason) ? refusedState(form, { url: reason }) : refusedState(form, {}, reason)
  }
  refresh()
  return doneState()
}
