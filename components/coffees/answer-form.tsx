'use client'

import { useTranslations } from 'next-intl'
import { ConfirmForm } from '@/components/host/confirm-form'
import { ButtonForm } from '@/components/ui/button-form'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldError } from '@/components/ui/field-error'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import type { CoffeeAnswer } from '@/lib/coffees/schema'

type Props = {
  action: FormAction
  coffeeId: string
  /** In words, in the order of the options. */
  times: string[]
  mine: { answer: CoffeeAnswer | null; times: number }
  names: string
}

/** Yes, at the times that suit; or no, which nobody hears of. Each its own form, so that it works without a script. */
export function AnswerForm({ action, coffeeId, times, mine, names }: Props) {
  const t = useTranslations('coffees')
  const { state, submit } = useFormAction(action)
  const chosen = mine.answer === 'yes' ? mine.times : 2 ** times.length - 1
  return (
    <div className="flex flex-col gap-2">
      <form action={submit} noValidate className="flex flex-col gap-4">
        <FormMessage state={state} />
        <input type="hidden" name="coffeeId" value={coffeeId} />
        <input type="hidden" name="answer" value="yes" />
        <fieldset aria-describedby={state.errors.times ? 'times-error' : undefined}>
          <legend className="mb-1 font-semibold">{t('times')}</legend>
          {times.map((time, i) => (
            <Checkbox
              key={time}
              name="times"
              value={i}
              label={<span className="first-letter:uppercase">{time}</span>}
              defaultChecked={Math.floor(chosen / 2 ** i) % 2 === 1}
            />
          ))}
          <FieldError id="times-error" error={state.errors.times} />
        </fieldset>
        <SubmitButton variant="primary" className="w-full text-lg" pending={t('sending')}>
          {t(mine.answer === 'yes' ? 'changeTimes' : 'sayYes')}
        </SubmitButton>
      </form>
      {mine.answer !== 'no' && mine.answer !== 'never' && (
        <ButtonForm
          action={action}
          fields={{ coffeeId, answer: 'no' }}
          variant="plain"
          className="w-full"
          label={t(mine.answer === 'yes' ? 'changeToNo' : 'sayNo')}
          pending={t('sending')}
        />
      )}
      {mine.answer !== 'never' && (
        <div className="flex flex-wrap justify-center">
          <ConfirmForm
            action={action}
            fields={{ coffeeId, answer: 'never' }}
            label={t('never')}
            question={t('neverQuestion', { names })}
            text={t('neverText')}
            confirm={t('neverConfirm')}
            pending={t('sending')}
          />
        </div>
      )}
    </div>
  )
}
