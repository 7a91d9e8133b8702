'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import type { DoorDesk } from './use-door'

type Props = Pick<DoorDesk, 'link' | 'waiting' | 'retry'> & { returnTo: string }

/** Whether what was done here has arrived, and what to do when it has not. */
export function LinkLine({ link, waiting, retry, returnTo }: Props) {
  const t = useTranslations('checkin')
  return (
    <div role="status">
      {link === 'signed_out' && (
        <Notice tone="danger">
          <p>{t('signedOut', { count: waiting })}</p>
          <LinkButton href={{ pathname: '/sign-in', query: { returnTo } }}>{t('signIn')}</LinkButton>
        </Notice>
      )}
      {link === 'closed' && <Notice tone="danger">{t('closed')}</Notice>}
      {link === 'offline' && (
        <Notice>
          <p>{t('offline', { count: waiting })}</p>
          <Button variant="plain" className="-ml-5" onClick={retry}>
            {t('retry')}
          </Button>
        </Notice>
      )}
      {(link === 'synced' || link === 'sending') && (
        <p className="flex items-center gap-2 text-muted text-sm">
          <Icon name={link === 'synced' ? 'check' : 'clock'} className="size-4" />
          {t(link, { count: waiting })}
        </p>
      )}
    </div>
  )
}
