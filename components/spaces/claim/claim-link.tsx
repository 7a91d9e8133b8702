import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'

type Props = { spaceId: string; keeps: boolean; admin: boolean }

/** "Is this your place?", or the way to its owner's page; to administrators, who keeps it. */
export function ClaimLink({ spaceId, keeps, admin }: Props) {
  const t = useTranslations('spacePage')
  return (
    <div className="flex flex-wrap gap-x-2">
      {keeps ? (
        <LinkButton href={`/me/spaces/${spaceId}`}>{t('keep')}</LinkButton>
      ) : (
        <LinkButton href={`/spaces/${spaceId}/claim`} variant="plain" className="-ml-5">
          {t('claim')}
        </LinkButton>
      )}
      {admin && (
        <LinkButton href={`/admin/claims?space=${spaceId}`} variant="plain">
          {t('keepers')}
        </LinkButton>
      )}
    </div>
  )
}
