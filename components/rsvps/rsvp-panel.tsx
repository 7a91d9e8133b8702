import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PushAsk } from '@/components/push/ask'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/components/ui/use-form-action'
import { type Locale, timeOfDay } from '@/lib/events/when/rules'
import type { MyRsvp } from '@/lib/rsvps/queries'
import type { Door } from '@/lib/rsvps/rules'
import { ChangeForm } from './change-form'
import type { Asks } from './guest-fields'
import { JoinForm } from './join-form'
import { LeaveSeat } from './leave-seat'
import { OfferedSeat } from './offered-seat'
import { OtherAnswers } from './other-answers'
import { SeatRequest } from './seat-request'

type Actions = {
  join: FormAction
  leave: FormAction
  ask: FormAction
  answer: FormAction
  change: FormAction
  confirm: FormAction
}

type Props = {
  event: Asks & { id: string; timeZone: string; approval: boolean }
  door: Door
  /** Who looks; null when signed out. Hosts have a panel of their own. */
  viewer: { rsvp: MyRsvp | null } | null
  /** Path of the event's page, to come back to after signing in. */
  returnTo: string
  actions: Actions
  /** What browsers subscribe to pushes with; null where nothing is pushed. */
  pushKey: string | null
}

/** The one thing to do on an event's page: come, or say that you no longer can. */
export function RsvpPanel({ event, door, viewer, returnTo, actions, pushKey }: Props) {
  const t = useTranslations('rsvp')
  if (door === 'cancelled' || door === 'over' || door === 'draft') {
    return (
      <Closed title={t(door)} text={t(`${door}Text`)}>
        <LinkButton href="/">{t('others')}</LinkButton>
      </Closed>
    )
  }
  const rsvp = viewer?.rsvp
  if (rsvp?.status === 'removed') {
    return (
      <Closed title={t('removed')} text={t('removedText')}>
        <LinkButton href="/">{t('others')}</LinkButton>
      </Closed>
    )
  }
  if (rsvp && isListed(rsvp)) return <Listed {...{ event, rsvp, actions, pushKey }} />
  return <Invitation full={door === 'full'} {...{ event, viewer, returnTo, actions }} />
}

const LISTED = ['going', 'offered', 'waitlisted', 'asked']
const isListed = ({ status }: MyRsvp) => LISTED.includes(status)

function Closed({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-3">
      <p>
        <strong>{title}.</strong> {text && <span className="text-muted">{text}</span>}
      </p>
      {children}
    </div>
  )
}

/** To somebody who is not on the list, or not any more. */
function Invitation({
  event,
  full,
  viewer,
  returnTo,
  actions,
}: Pick<Props, 'event' | 'viewer' | 'returnTo' | 'actions'> & { full: boolean }) {
  const t = useTranslations('rsvp')
  const rsvp = viewer?.rsvp
  const said = rsvp?.status
  const join = full ? 'joinWaitlist' : event.approval ? 'joinAsk' : 'join'
  return (
    <div className="flex flex-col gap-3">
      {(said === 'cancelled' || said === 'maybe' || said === 'declined') && (
        <p role="status">{t(`said_${said}`)}</p>
      )}
      {full && (
        <p>
          <strong>{t('full')}.</strong> <span className="text-muted">{t('fullText')}</span>
        </p>
      )}
      {event.approval && <p className="text-muted">{t('approvalText')}</p>}
      {viewer ? (
        <>
          <JoinForm action={actions.join} eventId={event.id} asks={event} said={rsvp ?? undefined}>
            {t(!full && (said === 'cancelled' || said === 'declined') ? 'undo' : join)}
          </JoinForm>
          <OtherAnswers
            action={actions.answer}
            eventId={event.id}
            answers={
              said === 'maybe'
                ? ['declined']
                : said === 'declined' || said === 'cancelled'
                  ? ['maybe']
                  : ['maybe', 'declined']
            }
          />
        </>
      ) : (
        <SeatRequest
          action={actions.ask}
          eventId={event.id}
          returnTo={returnTo}
          asks={event}
          label={t(join)}
        />
      )}
    </div>
  )
}

/** To somebody who comes, waits or has asked. */
function Listed({
  event,
  rsvp,
  actions,
  pushKey,
}: Pick<Props, 'event' | 'actions' | 'pushKey'> & { rsvp: MyRsvp }) {
  const t = useTranslations('rsvp')
  const locale: Locale = useLocale()
  const seated = rsvp.status === 'going' || rsvp.status === 'offered'
  return (
    <div className="flex flex-col gap-3">
      {rsvp.status === 'going' && (
        <>
          <Standing tone="good" title={t('going')} text={t('goingText', { count: rsvp.partySize })} />
          <a className={buttonClass()} href={`/api/v1/events/${event.id}/calendar.ics`}>
            <Icon name="calendar" />
            {t('addToCalendar')}
          </a>
        </>
      )}
      {rsvp.status === 'offered' && rsvp.heldUntil && (
        <OfferedSeat
          action={actions.confirm}
          eventId={event.id}
          until={timeOfDay(rsvp.heldUntil, event.timeZone, locale)}
        />
      )}
      {rsvp.status === 'waitlisted' && (
        <Standing
          title={t('waiting', { place: rsvp.place ?? 1 })}
          text={t('waitingText', { count: rsvp.partySize })}
        />
      )}
      {rsvp.status === 'asked' && <Standing title={t('asked')} text={t('askedText')} />}
      <ChangeForm action={actions.change} eventId={event.id} asks={event} said={rsvp} />
      <LeaveSeat
        action={actions.leave}
        eventId={event.id}
        waiting={!seated}
        asked={rsvp.status === 'asked'}
      />
      {rsvp.status === 'going' && (
        <OtherAnswers action={actions.answer} eventId={event.id} answers={['maybe']} />
      )}
      {pushKey && <PushAsk publicKey={pushKey} />}
    </div>
  )
}

function Standing({ tone, title, text }: { tone?: 'good'; title: string; text: string }) {
  return (
    <div role="status">
      <Notice tone={tone}>
        <strong className="block">{title}</strong>
        {text}
      </Notice>
    </div>
  )
}
