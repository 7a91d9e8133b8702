import { useTranslations } from 'next-intl'
import { ButtonForm } from '@/components/ui/button-form'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import type { FormAction } from '@/components/ui/use-form-action'
import type { ClosingWords } from '@/lib/spaces/closing/queries'

type Props = {
  space: { id: string; slug: string; name: string; closedOn: Date | null }
  words: ClosingWords
  say: FormAction
  takeBack: FormAction
}

/** The ways to mend a page: correct a fact, say that the place closed, or that it is open after all. */
export function CorrectPanel({ space, words, say, takeBack }: Props) {
  const t = useTranslations('corrections')
  const closed = space.closedOn !== null
  return (
    <div className="flex flex-col items-start gap-3">
      {!closed && (
        <LinkButton href={`/spaces/${space.id}/${space.slug}/correct`}>
          <Icon name="edit" />
          {t('suggest')}
        </LinkButton>
      )}
      {words.mine ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="text-muted">{t(closed ? 'mineOpen' : 'mineClosed')}</p>
          <ButtonForm
            action={takeBack}
            fields={{ spaceId: space.id, id: words.mine }}
            label={t('withdraw')}
            name={t('withdrawOf', { name: space.name })}
            pending={t('working')}
          />
        </div>
      ) : (
        <details className="w-full">
          <summary className="inline-flex min-h-11 cursor-pointer items-center rounded-full pr-4 text-accent underline">
            {t(closed ? 'reopen' : 'close')}
          </summary>
          <div className="mt-1 flex flex-col items-start gap-3 rounded-xl bg-sunken p-4">
            <p>{t(closed ? 'reopenText' : 'closeText', { name: space.name })}</p>
            <ButtonForm
              action={say}
              fields={{ spaceId: space.id, is: closed ? 'open' : 'closed' }}
              label={t(closed ? 'reopenYes' : 'closeYes')}
              pending={t('working')}
            />
          </div>
        </details>
      )}
    </div>
  )
}
