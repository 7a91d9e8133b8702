import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { ShareButton } from '@/components/ui/share-button'

type Props = {
  event: { id: string; title: string }
  /** Absolute address of the event's page. */
  url: string
  /** Neither cancelled nor over. */
  open: boolean
  /** The list of guests is on this very page. */
  here?: boolean
  /** At home there is one host. */
  home?: boolean
  /** Its hosts alone see it. */
  draft?: boolean
  /** People can be checked in now. */
  door?: boolean
}

/** What an organizer does with an event of theirs, on its own page. */
export function OrganizerPanel({
  event,
  url,
  open,
  here = false,
  home = false,
  draft = false,
  door = false,
}: Props) {
  const t = useTranslations('host')
  const messages = useTranslations('messages')
  const checkin = useTranslations('checkin')
  const { id, title } = event
  return (
    <div className="flex flex-col gap-2">
      {draft && !here && <Notice>{t('draftHere')}</Notice>}
      {door && (
        <LinkButton href={`/host/${id}/checkin`} variant={here ? undefined : 'primary'}>
          <Icon name="check" />
          {checkin('link')}
        </LinkButton>
      )}
      {!here && (
        <LinkButton href={`/host/${id}`} variant={door ? undefined : 'primary'}>
          <Icon name="people" />
          {t(draft ? 'draftLink' : 'guestsLink')}
        </LinkButton>
      )}
      <div className="flex flex-wrap gap-2 *:flex-1">
        {open && (
          <LinkButton href={`/host/${id}/edit`}>
            <Icon name="edit" />
            {t('editLink')}
          </LinkButton>
        )}
        {!draft && (
          <LinkButton href={`/host/${id}/message`}>
            <Icon name="mail" />
            {messages('link')}
          </LinkButton>
        )}
        {!home && (
          <LinkButton href={`/host/${id}/hosts`}>
            <Icon name="people" />
            {t('hostsLink')}
          </LinkButton>
        )}
        {open && !home && (
          <LinkButton href={`/host/${id}/greeters`}>
            <Icon name="door" />
            {t('greetersLink')}
          </LinkButton>
        )}
        <LinkButton href={`/host/new?from=${id}`}>
          <Icon name="copy" />
          {t('duplicate')}
        </LinkButton>
        {open && !draft && (
          <ShareButton url={url} title={title} labels={{ share: t('share'), copied: t('copied') }} />
        )}
        {open && !draft && (
          <LinkButton href={`/host/${id}/cancel`} variant="plain">
            {t('cancelLink')}
          </LinkButton>
        )}
      </div>
    </div>
  )
}
