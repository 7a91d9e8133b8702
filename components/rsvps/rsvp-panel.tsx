import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/components/ui/use-form-action'
import type { MyRsvp } from '@/lib/rsvps/queries'
import type { Door } from '@/lib/rsvps/rules'
import { JoinForm } from './join-form'
import { LeaveSeat } from './leave-seat'
import { SeatRequest } from './seat-request'

type Props = {
  eventId: string
  door: Door
  /** Who looks; null when signed out. The organizer has a panel of their own. */
  viewer: { rsvp: MyRsvp | null } | null
  /** Path of the event's page, to come back to after signing in. */
  returnTo: string
  actions: { join: FormAction; leave: FormAction; ask: FormAction }
}

/** The one thing to do on an event's page: come, or say that you no longer can. */
export function RsvpPanel({ eventId, door, viewer, returnTo, actions }: Props) {
  const t = useTranslations('rsvp')
  if (door === 'cancelled' || door === 'over') {
    return (
      <Closed title={t(door)} text={t(`${door}Text`)}>
        <LinkButton href="/">{t('others')}</LinkButton>
      </Closed>
    )
  }
  const rsvp = viewer?.rsvp
  if (rsvp?.status === 'going') return <Going eventId={eventId} leave={actions.leave} />
  if (rsvp?.status === 'waitlisted') {
    return <Waiting eventId={eventId} place={rsvp.place ?? 1} leave={actions.leave} />
  }
  if (rsvp?.status === 'removed') {
    return (
      <Closed title={t('removed')} text={t('removedText')}>
        <LinkButton href="/">{t('others')}</LinkButton>
      </Closed>
    )
  }
  const full = door === 'full'
  return (
    <div className="flex flex-col gap-3">
      {rsvp?.status === 'cancelled' && <p role="status">{t('left')}</p>}
      {full && (
        <p>
          <strong>{t('full')}.</strong> <span className="text-muted">{t('fullText')}</span>
        </p>
      )}
      {viewer ? (
        <JoinForm action={actions.join} eventId={eventId}>
          {t(full ? 'joinWaitlist' : rsvp?.status === 'cancelled' ? 'undo' : 'join')}
        </JoinForm>
      ) : (
        <SeatRequest
          action={actions.ask}
          eventId={eventId}
          returnTo={returnTo}
          label={t(full ? 'joinWaitlist' : 'join')}
        />
      )}
    </div>
  )
}

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

function Going({ eventId, leave }: { eventId: string; leave: FormAction }) {
  const t = useTranslations('rsvp')
  return (
    <div className="flex flex-col gap-3">
      <div role="status">
        <Notice tone="good">
          <strong className="block">{t('going')}</strong>
          {t('goingText')}
        </Notice>
      </div>
      <a className={buttonClass()} href={`/api/v1/events/${eventId}/calendar.ics`}>
        <Icon name="calendar" />
        {t('addToCalendar')}
      </a>
      <LeaveSeat action={leave} eventId={eventId} waiting={false} />
    </div>
  )
}

function Waiting({ eventId, place, leave }: { eventId: string; place: number; leave: FormAction }) {
  const t = useTranslations('rsvp')
  return (
    <div className="flex flex-col gap-3">
      <div role="status">
        <Notice>
          <strong className="block">{t('waiting', { place })}</strong>
          {t('waitingText')}
        </Notice>
      </div>
      <LeaveSeat action={leave} eventId={eventId} waiting />
    </div>
  )
}
