import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import type { Question } from '@/lib/events/questions/schema'
import type { ListVisibility } from '@/lib/events/settings/terms'
import type { RsvpDetails } from '@/lib/rsvps/schema'
import { QuestionField } from './question-field'

/** What an event's hosts want to know of a guest. */
export type Asks = { maxCompanions: number; questions: Question[]; listVisibility: ListVisibility }

type Props = {
  asks: Asks
  /** Unique on the page: stem of the fields' ids. */
  id: string
  /** What was said before. */
  said?: Partial<RsvpDetails>
  /** What was typed a moment ago, by field name. */
  typed: (name: string) => string | undefined
  errors: Record<string, string>
}

/** Companions and the hosts' questions: in plain sight. */
export function AskedFields({ asks, id, said = {}, typed, errors }: Props) {
  const t = useTranslations('rsvp.guest')
  const { partySize = 1, answers = {} } = said
  const size = typed('partySize') ?? String(partySize)
  return (
    <>
      {asks.maxCompanions > 0 && (
        <Field id={`${id}-party`} label={t('party')} error={errors.partySize}>
          {(ids) => (
            // A list does not take a new default by itself when its form comes back.
            <Select key={size} {...ids} name="partySize" defaultValue={size}>
              {[0, 1, 2, 3, 4, 5]
                .filter((others) => others <= Math.max(asks.maxCompanions, partySize - 1))
                .map((others) => (
                  <option key={others} value={others + 1}>
                    {t('partyOf', { count: others })}
                  </option>
                ))}
            </Select>
          )}
        </Field>
      )}
      {asks.questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          id={`${id}-${question.id}`}
          value={typed(`answer_${question.id}`) ?? answers[question.id]}
          error={errors[`answer_${question.id}`]}
        />
      ))}
    </>
  )
}

/** What can be left unsaid, behind one line. */
export function MoreFields({ asks, id, said = {}, typed, errors }: Props) {
  const t = useTranslations('rsvp.guest')
  const { note = '', firstTime = false, unlisted = false } = said
  return (
    <details
      className="group text-left"
      open={Boolean(errors.note || note || firstTime || unlisted) || undefined}
    >
      <summary className="flex min-h-11 list-none items-center gap-2 font-semibold text-accent [&::-webkit-details-marker]:hidden">
        <Icon name="down" className="size-5 transition-transform group-open:rotate-180" />
        {t('more')}
      </summary>
      <div className="flex flex-col gap-2 pt-1">
        <Checkbox
          name="firstTime"
          defaultChecked={typed('firstTime') === 'on' || firstTime}
          label={<Twofold main={t('firstTime')} note={t('firstTimeNote')} />}
        />
        {asks.listVisibility !== 'hosts' && (
          <Checkbox
            name="unlisted"
            defaultChecked={typed('unlisted') === 'on' || unlisted}
            label={<Twofold main={t('unlisted')} note={t('unlistedNote')} />}
          />
        )}
        <Field id={`${id}-note`} label={t('note')} hint={t('noteHint')} error={errors.note}>
          {(ids) => (
            <TextArea {...ids} name="note" rows={2} maxLength={500} defaultValue={typed('note') ?? note} />
          )}
        </Field>
      </div>
    </details>
  )
}

function Twofold({ main, note }: { main: string; note: string }) {
  return (
    <>
      {main}
      <span className="block text-muted text-sm">{note}</span>
    </>
  )
}
