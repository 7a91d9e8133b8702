import { letter, text } from '@/lib/mail/letters/rules'
import type { Sender } from '@/lib/mail/letters/schema'
import type { Letter } from '@/lib/mail/schema'

/** Carries no word that the asker typed: anybody may type any mailbox of a place's domain. */
export function claimCodeLetter({ code, place }: { code: string; place: string }, sender: Sender): Letter {
  const { words, instanceName } = sender
  return letter(sender, words('codeSubject', { code, instance: instanceName }), [
    text(words('claimCodeText', { place })),
    { type: 'code', code },
    text(words('claimCodeValid')),
    text(words('claimCodeNotYou')),
  ])
}

type Told = { name: string; place: string; link: string }

/** An administrator said yes. `link` is the owner's page. */
export function ownerWelcomeLetter({ name, place, link }: Told, sender: Sender): Letter {
  const { words } = sender
  return letter(sender, words('ownerWelcomeSubject', { place }), [
    text(words('greeting', { name })),
    text(words('ownerWelcomeText', { place })),
    { type: 'action', label: words('ownerPageAction'), url: link },
  ])
}

/** An administrator said no. `link` is the page where one may ask again. */
export function claimRefusedLetter(
  { name, place, link, answer }: Told & { answer: string },
  sender: Sender,
): Letter {
  const { words } = sender
  return letter(sender, words('claimRefusedSubject', { place }), [
    text(words('greeting', { name })),
    text(words('claimRefusedText', { place })),
    { type: 'quote', text: answer },
    { type: 'action', label: words('claimRefusedAction'), url: link },
  ])
}

/** To an owner: there is another one. `domain` is that of the mailbox that proved it, empty when an administrator said so. */
export function ownerJoinedLetter(
  { name, place, link, other, domain }: Told & { other: string; domain: string },
  sender: Sender,
): Letter {
  const { words } = sender
  const how = domain ? words('ownerJoinedByMail', { domain }) : words('ownerJoinedByAdmin')
  return letter(sender, words('ownerJoinedSubject', { place, other }), [
    text(words('greeting', { name })),
    text(words('ownerJoinedText', { place, other })),
    text(how),
    text(words('ownerJoinedObject')),
    { type: 'action', label: words('ownerPageAction'), url: link },
  ])
}

/** To an owner: somebody would correct the page. */
export function correctionWaitsLetter({ name, place, link }: Told, sender: Sender): Letter {
  const { words } = sender
  return letter(sender, words('correctionWaitsSubject', { place }), [
    text(words('greeting', { name })),
    text(words('correctionWaitsText', { place })),
    { type: 'action', label: words('correctionWaitsAction'), url: link },
  ])
}

/** An administrator took it away, and why. `link` is the page where one may ask again. */
export function ownerRemovedLetter(
  { name, place, link, note }: Told & { note: string },
  sender: Sender,
): Letter {
  const { words } = sender
  return letter(sender, words('ownerRemovedSubject', { place }), [
    text(words('greeting', { name })),
    text(words('ownerRemovedText', { place })),
    { type: 'quote', text: note },
    { type: 'action', label: words('claimRefusedAction'), url: link },
  ])
}
