import { useFormatter, useTranslations } from 'next-intl'
import { ButtonForm } from '@/components/ui/button-form'
import { Card } from '@/components/ui/card'
import { NoteForm } from '@/components/ui/note-form'
import { Unfold } from '@/components/ui/unfold'
import type { FormAction } from '@/components/ui/use-form-action'
import { Link } from '@/lib/i18n/navigation'
import type { AskedClaim } from '@/lib/spaces/claims/queries'

type Props = { claim: AskedClaim; approve: FormAction; refuse: FormAction }

/** Somebody says that a place is theirs: what is known of both, and the two answers. */
export function AskedCard({ claim, approve, refuse }: Props) {
  const t = useTranslations('claims')
  const format = useFormatter()
  const { id, note, askedAt, space, freelancer } = claim
  const { name, user } = freelancer
  const about = { name, place: space.name }
  const address = [space.street, [space.postcode, space.city].filter(Boolean).join(' ')].filter(Boolean)
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long', timeZone: 'UTC' })
  const owners = space.owners.map((owner) => owner.freelancer.name)
  return (
    <Card className="flex flex-col gap-4">
      <div>
        <Link href={`/spaces/${space.id}`} className="font-semibold text-accent text-lg underline">
          {space.name}
        </Link>
        <p className="text-muted">{address.join(', ')}</p>
        {[space.website, space.phone, space.email].filter(Boolean).map((way) => (
          <p key={way} className="break-all text-sm">
            {way}
          </p>
        ))}
        {space.websiteSince && (
          <p className="text-muted text-sm">{t('siteSince', { date: day(space.websiteSince) })}</p>
        )}
        {owners.length > 0 && <p className="text-sm">{t('keptBy', { names: format.list(owners) })}</p>}
      </div>
      <div>
        <p>
          {t('asks', { name, date: askedAt ? day(askedAt) : '' })}{' '}
          <span className="break-all text-muted">{user.email}</span>
        </p>
        <p className="text-muted text-sm">{t('memberSince', { date: day(user.createdAt) })}</p>
      </div>
      <blockquote className="whitespace-pre-line break-words border-edge border-l-2 pl-4">{note}</blockquote>
      <ButtonForm
        action={approve}
        fields={{ claimId: id }}
        label={t('approve')}
        name={t('approveName', about)}
        icon="check"
        pending={t('pending')}
      />
      <Unfold label={t('refuse')}>
        <NoteForm
          action={refuse}
          fields={{ claimId: id }}
          name="answer"
          label={t('refuseWhy')}
          maxLength={1000}
          send={t('refuseSend')}
          pending={t('pending')}
          variant="danger"
        />
      </Unfold>
    </Card>
  )
}
