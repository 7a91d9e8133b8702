import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { dayShape } from '@/lib/events/repeating/rules'
import { EXCEPTION_SLOTS, REPEAT_ENDS, type Repeat } from '@/lib/events/series/terms'
import { useRuleWords } from './rule-words'

type Props = {
  values: Record<string, string>
  errors: Record<string, string>
  /** The first day, YYYY-MM-DD: the choices are named after it. */
  day: string
}

const CHOICES = ['weekly', 'biweekly', 'monthly_weekday', 'monthly_date'] as const

/** Once, or coming back: how often, until when, and which days not. */
export function RepeatField({ values, errors, day }: Props) {
  const t = useTranslations('series')
  const [repeat, setRepeat] = useState((values.repeat || 'none') as Repeat)
  const [end, setEnd] = useState(values.repeatEnd || 'never')
  const words = useRuleWords()
  const shape = dayShape(day)
  const named = (choice: (typeof CHOICES)[number]) => {
    if (!shape) return t(`plain_${choice}`)
    const last = choice === 'monthly_weekday' && shape.nth === -1
    const nth = choice === 'monthly_date' ? shape.date : shape.nth
    return words({
      key: last ? 'monthly_last' : choice,
      weekday: shape.weekday,
      nth,
      until: null,
      count: null,
    })
  }
  const wrong = errors.repeatUntil || errors.repeatCount || EXCEPTION_SLOTS.some((slot) => errors[slot])
  return (
    <div className="flex flex-col gap-3">
      <Field id="repeat" label={t('repeat')} error={errors.repeat}>
        {(ids) => (
          <Select
            {...ids}
            name="repeat"
            defaultValue={repeat}
            onChange={(event) => setRepeat(event.target.value as Repeat)}
          >
            <option value="none">{t('once')}</option>
            {CHOICES.map((choice) => (
              <option key={choice} value={choice}>
                {named(choice)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <details
        open={Boolean(wrong) || undefined}
        className={`group rounded-xl border border-line bg-card ${repeat === 'none' ? 'hidden noscript:block' : ''}`}
      >
        <summary className="flex min-h-11 list-none items-center justify-between gap-2 px-4 py-2 font-semibold [&::-webkit-details-marker]:hidden">
          {t('limits')}
          <Icon name="down" className="size-5 transition-transform group-open:rotate-180" />
        </summary>
        <div className="flex flex-col gap-4 px-4 pt-1 pb-4">
          <Field id="repeatEnd" label={t('end')}>
            {(ids) => (
              <Select
                {...ids}
                name="repeatEnd"
                defaultValue={end}
                onChange={(event) => setEnd(event.target.value)}
              >
                {REPEAT_ENDS.map((value) => (
                  <option key={value} value={value}>
                    {t(`end_${value}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <div className={end === 'until' ? '' : 'hidden noscript:block'}>
            <Field id="repeatUntil" label={t('lastDay')} error={errors.repeatUntil}>
              {(ids) => (
                <TextInput {...ids} name="repeatUntil" type="date" defaultValue={values.repeatUntil} />
              )}
            </Field>
          </div>
          <div className={end === 'count' ? '' : 'hidden noscript:block'}>
            <Field id="repeatCount" label={t('count')} error={errors.repeatCount}>
              {(ids) => (
                <TextInput
                  {...ids}
                  name="repeatCount"
                  inputMode="numeric"
                  maxLength={3}
                  defaultValue={values.repeatCount}
                  className="max-w-32"
                />
              )}
            </Field>
          </div>
          <fieldset>
            <legend className="mb-1.5 font-semibold">{t('except')}</legend>
            <div className="grid grid-cols-2 gap-2">
              {EXCEPTION_SLOTS.map((slot, index) => (
                <Field
                  key={slot}
                  id={slot}
                  label={<span className="sr-only">{t('exceptDay', { number: index + 1 })}</span>}
                  error={errors[slot]}
                >
                  {(ids) => <TextInput {...ids} name={slot} type="date" defaultValue={values[slot]} />}
                </Field>
              ))}
            </div>
          </fieldset>
        </div>
      </details>
    </div>
  )
}
