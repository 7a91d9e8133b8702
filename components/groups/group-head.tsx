import { useFormatter, useTranslations } from 'next-intl'
import { Markdown } from '@/components/markdown/markdown'
import { buttonClass } from '@/components/ui/button'
import { Fact } from '@/components/ui/fact'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import type { FormAction } from '@/components/ui/use-form-action'
import type { GroupPage } from '@/lib/groups/queries'
import { FollowForm } from './follow-form'

type Props = { group: GroupPage; actions: { follow: FormAction; unfollow: FormAction } }

/** Who a group is, who runs it, and following it; for those who run it, what they do with it. */
export function GroupHead({ group, actions }: Props) {
  const t = useTranslations('groups')
  const format = useFormatter()
  const { id, name, about, city, memberCount, organizerNames, role, runs } = group
  const follow = { groupId: id, follows: role !== null, action: actions[role ? 'unfollow' : 'follow'] }
  const labels = { button: t(role ? 'unfollow' : 'follow'), pending: t('sending') }
  return (
    <div className="flex flex-col gap-6">
      <div>
        <PageHeader title={name} back={{ href: '/groups', label: t('title') }} />
        <ul className="flex flex-col gap-2 text-lg">
          {city && <Fact icon="pin">{city}</Fact>}
          <Fact icon="people">{t('members', { count: memberCount })}</Fact>
          <Fact icon="person">{t('runBy', { names: format.list(organizerNames) })}</Fact>
        </ul>
      </div>
      {about && <Markdown text={about} />}
      {role === null && (
        <div className="flex flex-col gap-2">
          <FollowForm {...follow} labels={labels} />
          <p className="text-center text-muted text-sm">{t('followHint')}</p>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        {runs && (
          <>
            <LinkButton href={`/host/new?groupId=${id}`} variant="primary">
              <Icon name="plus" />
              {t('propose')}
            </LinkButton>
            <LinkButton href={`/groups/${id}/members`}>
              <Icon name="people" />
              {t('membersTitle')}
            </LinkButton>
            <LinkButton href={`/groups/${id}/edit`}>
              <Icon name="edit" />
              {t('edit')}
            </LinkButton>
          </>
        )}
        <a className={buttonClass('plain')} href={`/api/v1/groups/${id}/calendar.ics`}>
          <Icon name="calendar" />
          {t('feed')}
        </a>
        {role !== null && role !== 'owner' && <FollowForm {...follow} labels={labels} />}
      </div>
    </div>
  )
}
