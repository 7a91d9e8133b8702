import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import type { Ways } from './ways'

/** Nothing at all around here: what one can do about it, first of all say that one would come. */
export function NothingHere({ ways, children }: { ways: Ways; children: ReactNode }) {
  const t = useTranslations('explore.empty')
  return (
    <EmptyState icon="coffee" title={t('title')} text={t('text')}>
      {children}
      <NextSteps ways={ways} />
      <LinkButton href="/spaces/new">
        <Icon name="pin" />
        {t('addPlace')}
      </LinkButton>
      <p className="w-full pt-2 text-muted">
        {t.rich('online', {
          link: (words) => (
            <LinkButton variant="plain" href="/agenda?kind=e_coffee" className="px-2">
              {words}
            </LinkButton>
          ),
        })}
      </p>
    </EmptyState>
  )
}

/** Places, but no outing. */
export function NoEvents({ ways }: { ways: Ways }) {
  const t = useTranslations('explore.empty')
  return (
    <li className="flex flex-col gap-3 rounded-card border border-edge border-dashed p-4">
      <p>{t('noEvents')}</p>
      <div className="flex flex-wrap gap-2">
        <NextSteps ways={ways} />
      </div>
    </li>
  )
}

function NextSteps({ ways }: { ways: Ways }) {
  const t = useTranslations('explore.empty')
  return (
    <>
      {ways.wider && <LinkButton href={`/?${ways.wider}`}>{t('widen')}</LinkButton>}
      {ways.anyDay ? (
        <LinkButton href={`/?${ways.anyDay}`}>{t('anyDay')}</LinkButton>
      ) : (
        ways.unfiltered && <LinkButton href={`/?${ways.unfiltered}`}>{t('unfiltered')}</LinkButton>
      )}
      <LinkButton href="/host/new">
        <Icon name="plus" />
        {t('start')}
      </LinkButton>
    </>
  )
}
