import { dayInFull } from '@/lib/events/when/rules'
import { letter, text } from '@/lib/mail/letters/rules'
import type { Sender } from '@/lib/mail/letters/schema'
import type { Letter } from '@/lib/mail/schema'
import type { MailedTrial } from '@/lib/spaces/trials/queries'

/** "jeudi 3 décembre, matin": a half-day of the place, which has no hour. */
export function halfDayInWords(
  { day, half }: Pick<MailedTrial, 'day' | 'half'>,
  { locale, words, now }: Pick<Sender, 'locale' | 'words' | 'now'>,
): string {
  const date = dayInFull(new Date(`${day}T12:00:00Z`), 'UTC', locale, now)
  return words(half === 'morning' ? 'trialMorning' : 'trialAfternoon', { day: date })
}

/** To an owner: somebody asks for a first day, or is happy with the one that was proposed. `link` is the owner's page. */
export function trialAskedLetter(
  trial: MailedTrial,
  { name, link }: { name: string; link: string },
  sender: Sender,
): Letter {
  const { words } = sender
  const about = { guest: trial.name, place: trial.space.name }
  const agreed = trial.status === 'yes'
  const when = halfDayInWords(trial, sender)
  return letter(sender, words(agreed ? 'trialAgreedSubject' : 'trialAskedSubject', about), [
    text(words('greeting', { name })),
    text(words(agreed ? 'trialAgreedText' : 'trialAskedText', about)),
    { type: 'facts', facts: [[words('whenLabel'), when]] },
    { type: 'action', label: words(agreed ? 'ownerPageAction' : 'trialAskedAction'), url: link },
    ...(trial.reachable ? [text(words('trialReply', about))] : []),
  ])
}

/** To whoever asked: yes, no, or rather another half-day. `link` is the place's page. Null while nobody answered. */
export function trialAnsweredLetter(trial: MailedTrial, link: string, sender: Sender): Letter | null {
  if (trial.status === 'open') return null
  const { words } = sender
  const place = trial.space.name
  const key = ({ yes: 'Yes', no: 'No', other: 'Other' } as const)[trial.status]
  const when = halfDayInWords(trial, sender)
  const label = words(trial.status === 'other' ? 'trialOtherAction' : 'trialPlaceAction')
  return letter(sender, words(`trial${key}Subject`, { place }), [
    text(words('greeting', { name: trial.name })),
    text(words(`trial${key}Text`, { place })),
    ...(trial.status === 'no'
      ? []
      : [{ type: 'facts' as const, facts: [[words('whenLabel'), when]] as [string, string][] }]),
    { type: 'action', label, url: link },
  ])
}
