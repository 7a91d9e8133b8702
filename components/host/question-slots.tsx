import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { MAX_QUESTIONS, QUESTION_TYPES } from '@/lib/events/questions/terms'
import type { Draft } from './use-draft'

type Props = { values: Draft; errors: Record<string, string> }

const SLOTS = Array.from({ length: MAX_QUESTIONS }, (_, index) => index + 1)

/** Up to five questions. Each slot unfolds by itself, so that all of them are there without JavaScript too. */
export function QuestionSlots({ values, errors }: Props) {
  const t = useTranslations('host.form')
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-semibold">
        {t('questions')} <span className="font-normal text-muted text-sm">{t('optional')}</span>
      </legend>
      {SLOTS.map((number) => (
        <Slot key={number} number={number} {...{ values, errors }} />
      ))}
    </fieldset>
  )
}

function Slot({ number, values, errors }: Props & { number: number }) {
  const t = useTranslations('host.form')
  const slot = `question${number}`
  const [type, setType] = useState(values[`${slot}Type`] || 'text')
  const filled = Boolean(values[slot])
  return (
    <details open={filled || Boolean(errors[slot]) || undefined} className="group rounded-xl bg-sunken px-3">
      <summary className="flex min-h-11 list-none items-center gap-2 text-accent [&::-webkit-details-marker]:hidden">
        <Icon name="down" className="size-5 transition-transform group-open:rotate-180" />
        {t('question', { number })}
      </summary>
      <div className="flex flex-col gap-3 pt-1 pb-3">
        <input type="hidden" name={`${slot}Id`} value={values[`${slot}Id`] ?? ''} />
        <Field id={slot} label={t('questionText')} error={errors[slot]}>
          {(ids) => (
            <TextInput
              {...ids}
              name={slot}
              maxLength={120}
              defaultValue={values[slot]}
              placeholder={t('questionExample')}
            />
          )}
        </Field>
        <Field id={`${slot}Type`} label={t('questionType')}>
          {(ids) => (
            <Select
              {...ids}
              name={`${slot}Type`}
              defaultValue={type}
              onChange={(event) => setType(event.target.value)}
            >
              {QUESTION_TYPES.map((value) => (
                <option key={value} value={value}>
                  {t(`questionType_${value}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div className={type === 'choice' ? '' : 'hidden noscript:block'}>
          <Field id={`${slot}Choices`} label={t('questionChoices')} hint={t('questionChoicesHint')}>
            {(ids) => (
              <TextArea {...ids} name={`${slot}Choices`} rows={3} defaultValue={values[`${slot}Choices`]} />
            )}
          </Field>
        </div>
        <Checkbox
          name={`${slot}Required`}
          defaultChecked={values[`${slot}Required`] === 'on'}
          label={t('questionRequired')}
        />
      </div>
    </details>
  )
}
