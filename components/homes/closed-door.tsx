import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import type { Identity } from '@/lib/homes/queries'
import { IdentityList } from './identity-list'

type Props = {
  /** Null when signed out. */
  identity: Identity | null
  /** Path of the event's page. */
  returnTo: string
  now: Date
}

/** To whoever cannot ask for a seat at somebody's home yet: why, and what would open the door. */
export function ClosedDoor({ identity, returnTo, now }: Props) {
  const t = useTranslations('homes')
  return (
    <section className="flex flex-col items-start gap-3">
      <h2 className="text-xl">{t('doorTitle')}</h2>
      <p className="text-muted">{t(identity ? 'doorText' : 'doorSignedOut')}</p>
      {identity ? (
        <IdentityList {...identity} now={now} />
      ) : (
        <LinkButton variant="primary" href={`/sign-in?returnTo=${encodeURIComponent(returnTo)}`}>
          {t('signIn')}
        </LinkButton>
      )}
      <LinkButton href="/agenda">{t('others')}</LinkButton>
    </section>
  )
}
