import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonForm } from '@/components/ui/button-form'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import type { FormAction } from '@/components/ui/use-form-action'
import { Link } from '@/lib/i18n/navigation'
import type { Known } from '@/lib/ties/queries'

export interface GladActions {
  sayGlad: FormAction
  takeBack: FormAction
}

/** Somebody who was there too, and whether one would be glad to meet them again: one tap, and one to take it back. */
export function GladRow({
  person,
  actions,
  children,
}: {
  person: Known
  actions: GladActions
  children?: ReactNode
}) {
  const t = useTranslations('seeAgain')
  const { id, name, trade, glad, tied } = person
  return (
    <li className="flex min-h-16 items-center justify-between gap-3 py-2">
      <div className="min-w-0">
        <Link href={`/people/${id}`} className="block break-words font-semibold hover:underline">
          {name}
        </Link>
        {trade && <span className="block text-muted text-sm">{trade}</span>}
        {children}
        <div aria-live="polite">
          {tied ? (
            <Tag tone="good" icon="check">
              {t('mutual')}
            </Tag>
          ) : (
            glad && <span className="text-good text-sm">{t('said')}</span>
          )}
        </div>
      </div>
      {tied ? (
        <LinkButton
          href={`/me/people#${id}`}
          variant="plain"
          className="-mr-4 shrink-0"
          aria-label={t('seeTiesName', { name })}
        >
          {t('seeTies')}
        </LinkButton>
      ) : (
        <ButtonForm
          action={glad ? actions.takeBack : actions.sayGlad}
          fields={{ personId: id }}
          label={t(glad ? 'takeBack' : 'glad')}
          name={t(glad ? 'takeBackName' : 'gladName', { name })}
          pending={t('sending')}
          variant={glad ? 'plain' : 'quiet'}
          className={`shrink-0 whitespace-nowrap ${glad ? '-mr-4' : ''}`}
        />
      )}
    </li>
  )
}
