import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CodeForm } from '@/components/sign-in/code-form'
import { LookAgain } from '@/components/sign-in/look-again'
import { ResendForm } from '@/components/sign-in/resend-form'
import { TimeLeft } from '@/components/sign-in/time-left'
import { Notice } from '@/components/ui/notice'
import { Unfold } from '@/components/ui/unfold'
import type { FormAction } from '@/components/ui/use-form-action'
import type { ClaimPage } from '@/lib/spaces/claims/queries'
import { MailboxForm } from './mailbox-form'

type Actions = { send: FormAction; again: FormAction; confirm: FormAction }
type Props = {
  claim: ClaimPage
  actions: Actions
  /** Where the demo's mail can be read. */
  inbox: ReactNode
}

/** Proves by a code to a mailbox at its own domain that the place is theirs; or says why that is not possible here. */
export function ByMailbox({ claim, actions, inbox }: Props) {
  const t = useTranslations('claims')
  const { proof, code } = claim
  if (!proof.ok) return <WhyNot claim={claim} reason={proof.reason} />
  if (code?.standing !== 'open') {
    return (
      <>
        {code && <Notice>{t(code.standing === 'used_up' ? 'usedUp' : 'expired')}</Notice>}
        <Mailbox claim={claim} action={actions.send} />
      </>
    )
  }
  const until = code.expiresAt.toISOString()
  return (
    <>
      <div role="status">
        {code.returned ? (
          <Notice tone="danger">{t('returned', { email: code.email })}</Notice>
        ) : (
          <>
            <Notice tone="good">{t('sent', { email: code.email })}</Notice>
            <LookAgain />
          </>
        )}
      </div>
      <CodeForm action={actions.confirm} id={claim.id} />
      <p className="text-center text-muted">
        <TimeLeft key={until} until={until} minutes={code.minutesLeft} />
      </p>
      {inbox}
      <ResendForm key={`again ${until}`} action={actions.again} id={claim.id} primary={false} />
      <Unfold label={t('otherMailbox')} open={code.returned}>
        <Mailbox claim={claim} action={actions.send} />
      </Unfold>
    </>
  )
}

function Mailbox({ claim, action }: { claim: ClaimPage; action: FormAction }) {
  const t = useTranslations('claims')
  const format = useFormatter()
  if (!claim.proof.ok) return null
  const { domain, host } = claim.proof.site
  const ends = [...new Set([domain, host])].map((one) => `@${one}`)
  return (
    <MailboxForm
      action={action}
      spaceId={claim.id}
      words={{
        label: t('mailbox'),
        hint: t('mailboxHint', { ends: format.list(ends, { type: 'disjunction' }) }),
        example: t('mailboxExample', { domain }),
        send: t('send'),
        pending: t('pending'),
      }}
    />
  )
}

type Reason = Extract<ClaimPage['proof'], { ok: false }>['reason']

function WhyNot({ claim: { website, settlesOn }, reason }: { claim: ClaimPage; reason: Reason }) {
  const t = useTranslations('claims')
  const format = useFormatter()
  const date = settlesOn ? format.dateTime(settlesOn, { dateStyle: 'long', timeZone: 'UTC' }) : ''
  return <Notice>{t(`why.${reason}`, { website: website ?? '', date })}</Notice>
}
