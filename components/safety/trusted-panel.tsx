import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonForm } from '@/components/ui/button-form'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/components/ui/use-form-action'
import { timeOfDay } from '@/lib/events/when/rules'
import type { OwnContact, OwnTrust } from '@/lib/safety/queries'
import { TrustedForm } from './trusted-form'

type Props = {
  trust: OwnTrust
  event: { id: string; startsAt: Date; timeZone: string }
  now: Date
  actions: { trust: FormAction; distrust: FormAction; left: FormAction; longer: FormAction }
}

/** One person to be told about this outing, if one wants that; and one tap to say that one left. */
export function TrustedPanel({ trust: { contact }, event, now, actions }: Props) {
  const t = useTranslations('safety')
  return (
    <section id="trusted" className="flex flex-col gap-3">
      <h2 className="text-xl">{t('title')}</h2>
      {contact ? (
        <Named {...{ contact, event, now, actions }} />
      ) : (
        <>
          <p className="text-muted">{t('text')}</p>
          <Unfolding label={t('name')}>
            <TrustedForm action={actions.trust} eventId={event.id} contact={null} />
          </Unfolding>
        </>
      )}
    </section>
  )
}

function Unfolding({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="group rounded-xl border border-line bg-card">
      <summary className="flex min-h-11 list-none items-center justify-between gap-2 px-4 py-2 font-semibold [&::-webkit-details-marker]:hidden">
        {label}
        <Icon name="down" className="size-5 transition-transform group-open:rotate-180" />
      </summary>
      <div className="px-4 pt-1 pb-4">{children}</div>
    </details>
  )
}

function Named({ contact, event, now, actions }: Omit<Props, 'trust'> & { contact: OwnContact }) {
  const t = useTranslations('safety')
  const locale = useLocale()
  const { name } = contact
  if (contact.over) {
    return (
      <div role="status">
        <Notice tone="good">{t(contact.told || contact.alarmed ? 'overTold' : 'over', { name })}</Notice>
      </div>
    )
  }
  const fields = { eventId: event.id }
  const until = timeOfDay(contact.until, event.timeZone, locale)
  const heard = contact.told || contact.alarmed
  return (
    <>
      <div role="status">
        <Notice tone={contact.email === null ? 'danger' : undefined}>
          {contact.email === null
            ? t('unreachable', { name })
            : t(contact.alarmed ? 'alarmed' : contact.told ? 'told' : `will_${contact.telling}`, {
                name,
                until,
              })}
        </Notice>
      </div>
      {event.startsAt <= now && (
        <>
          <ButtonForm
            action={actions.left}
            fields={fields}
            label={t('left')}
            icon="check"
            pending={t('pending')}
            variant="primary"
            className="w-full text-lg"
          />
          {!contact.alarmed && (
            <ButtonForm
              action={actions.longer}
              fields={fields}
              label={t('longer')}
              pending={t('pending')}
              className="w-full"
            />
          )}
        </>
      )}
      {!heard && (
        <>
          <Unfolding label={t('change')}>
            <TrustedForm action={actions.trust} eventId={event.id} contact={contact} />
          </Unfolding>
          <ButtonForm
            action={actions.distrust}
            fields={fields}
            label={t('forget', { name })}
            pending={t('pending')}
          />
        </>
      )}
    </>
  )
}
