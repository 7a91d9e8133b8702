import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { RadioCards } from '@/components/ui/radio-cards'
import { TextInput } from '@/components/ui/text-input'
import type { Question } from '@/lib/events/questions/schema'

type Props = {
  question: Question
  /** Unique on the page. */
  id: string
  value: string | undefined
  /** Key in the `errors` messages. */
  error: string | undefined
}

/** One of the hosts' questions. */
export function QuestionField({ question, id, value, error }: Props) {
  const t = useTranslations('rsvp.guest')
  const { type, text, choices, required } = question
  const name = `answer_${question.id}`
  const note = required ? undefined : t('optional')
  if (type === 'text') {
    return (
      <Field id={id} label={text} note={note} error={error}>
        {(ids) => <TextInput {...ids} name={name} maxLength={500} required={required} defaultValue={value} />}
      </Field>
    )
  }
  const options =
    type === 'yes_no'
      ? [
          { value: 'yes', label: t('yes') },
          { value: 'no', label: t('no') },
        ]
      : choices.map((choice) => ({ value: choice, label: choice }))
  const legend = (
    <>
      {text}
      {note && <span className="ml-2 font-normal text-muted text-sm">{note}</span>}
    </>
  )
  return (
    <RadioCards
      name={name}
      {...{ legend, options, error }}
      defaultValue={value}
      columns={type === 'yes_no' ? 2 : 1}
    />
  )
}
