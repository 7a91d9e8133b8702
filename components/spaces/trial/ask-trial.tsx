import { useTranslations } from 'next-intl'
import { ButtonForm } from '@/components/ui/button-form'
import { Unfold } from '@/components/ui/unfold'
import type { FormAction } from '@/components/ui/use-form-action'
import type { TrialHere } from '@/lib/spaces/trials/queries'
import { HalfDayForm } from './half-day-form'
import { useHalfDayWords } from './use-half-day-words'

type Props = {
  spaceId: string
  trial: TrialHere
  now: Date
  actions: { ask: FormAction; accept: FormAction; withdraw: FormAction }
}

/** Asks for the first day in two taps, and what came of it. */
export function AskTrial({ spaceId, trial: { halfDays, mine }, now, actions }: Props) {
  const t = useTranslations('trial')
  const { words, choices } = useHalfDayWords(now)
  const ask = halfDays.length > 0 && (
    <Unfold label={t(mine ? 'askOther' : 'ask')}>
      <HalfDayForm
        action={actions.ask}
        fields={{ spaceId }}
        legend={t('when')}
        choices={choices(halfDays)}
        reachable={t('reachable')}
      />
      <p className="text-muted text-sm">{t('who')}</p>
    </Unfold>
  )
  if (!mine) return ask || <p>{t('noneOpen')}</p>
  const when = words(mine)
  const back = mine.status !== 'no' && (
    <ButtonForm
      action={actions.withdraw}
      fields={{ spaceId }}
      label={t(mine.status === 'yes' ? 'giveUp' : 'withdraw')}
      pending={t('pending')}
      variant="plain"
    />
  )
  return (
    <>
      <p role="status" className="font-semibold text-ink">
        {t(`mine.${mine.status}`, { when })}
      </p>
      <div className="flex flex-wrap gap-2">
        {mine.status === 'other' && (
          <ButtonForm
            action={actions.accept}
            fields={{ spaceId }}
            label={t('accept')}
            icon="check"
            pending={t('pending')}
            variant="primary"
          />
        )}
        {back}
      </div>
      {(mine.status === 'no' || mine.status === 'other') && ask}
    </>
  )
}
