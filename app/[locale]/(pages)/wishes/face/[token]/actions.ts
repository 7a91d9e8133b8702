'use server'

import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { refusalErrors } from '@/lib/events/rules'
import { eventSchema } from '@/lib/events/schema'
import { acceptFace, declineFace } from '@/lib/wishes/drafts/commands'
import { readFaceToken } from '@/lib/wishes/drafts/queries'
import { faceTokenSchema } from '@/lib/wishes/drafts/schema'

const pageOf = (locale: string, token: string) => `/${locale}/wishes/face/${encodeURIComponent(token)}`

/** Says yes: what the form says is published, in the name of whoever was asked. */
export async function acceptFaceAction(_state: FormState, form: FormData): Promise<FormState> {
  const token = faceTokenSchema.catch('').parse(form.get('token'))
  const parsed = parseForm(eventSchema, form)
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  const actor = await requireActor(locale, pageOf(locale, token))
  const kinds = await getTranslations('events.kinds')
  const draftId = readFaceToken(token)?.draftId
  const result = draftId
    ? await acceptFace(actor, draftId, parsed.data, kinds(parsed.data.kind))
    : ({ ok: false, reason: 'face_closed' } as const)
  if (!result.ok) {
    const { errors, message } = refusalErrors(result.reason)
    return refusedState(form, errors, message)
  }
  redirect(`/${locale}/host/${result.value.id}?done=published`)
}

/** Says no, without signing in. */
export async function declineFaceAction(form: FormData): Promise<void> {
  const token = faceTokenSchema.catch('').parse(form.get('token'))
  await declineFace(token)
  redirect(`${pageOf(await getLocale(), token)}?done=declined`)
}
