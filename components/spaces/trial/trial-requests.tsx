import { useTranslations } from 'next-intl'
import { ButtonForm } from '@/components/ui/button-form'
import { Tag } from '@/components/ui/tag'
import { Unfold } from '@/components/ui/unfold'
import type { FormAction } from '@/components/ui/use-form-action'
import type { Trials } from '@/lib/spaces/trials/queries'
import { whenValue } from '@/lib/spaces/trials/rules'
import { HalfDayForm } from './half-day-form'
import { useHalfDayWords } from './use-half-day-words'

type Actions = { answer: FormAction; propose: FormAction }
type Props = { spaceId: string; trials: Trials; now: Date; actions: Actions }
type Request = Trials['requests'][number]

/** Who would like to try the place: yes, no or another half-day, each a tap. */
export function TrialRequests({ spaceId, trials, now, actions }: Props) {
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-card">
      {trials.requests.map((request) => (
        <li key={request.personId} className="flex flex-col gap-3 px-4 py-3">
          <RequestLine request={request} now={now} />
          {request.status === 'open' && (
            <Answers {...{ spaceId, request, now, actions }} halfDays={trials.halfDays} />
          )}
        </li>
      ))}
    </ul>
  )
}

function RequestLine({ request: { name, when, status }, now }: { request: Request; now: Date }) {
  const t = useTranslations('trial')
  const { words } = useHalfDayWords(now)
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-2">
      <p className="min-w-0">
        <strong className="break-words">{name}</strong> <span className="text-muted">{words(when)}</span>
      </p>
      {status !== 'open' && <Tag tone={status === 'yes' ? 'good' : 'plain'}>{t(`said.${status}`)}</Tag>}
    </div>
  )
}

type AnswersProps = Omit<Props, 'trials'> & { request: Request; halfDays: Trials['halfDays'] }

function Answers({ spaceId, request: { personId, name, when }, now, actions, halfDays }: AnswersProps) {
  const t = useTranslations('trial')
  const { choices } = useHalfDayWords(now)
  const fields = { spaceId, personId }
  const others = halfDays.filter((other) => whenValue(other) !== whenValue(when))
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <ButtonForm
          action={actions.answer}
          fields={{ ...fields, answer: 'yes' }}
          label={t('yes')}
          name={t('yesName', { name })}
          icon="check"
          pending={t('pending')}
          variant="primary"
        />
        <ButtonForm
          action={actions.answer}
          fields={{ ...fields, answer: 'no' }}
          label={t('no')}
          name={t('noName', { name })}
          pending={t('pending')}
        />
      </div>
      {others.length > 0 && (
        <Unfold label={t('another')}>
          <HalfDayForm
            action={actions.propose}
            fields={fields}
            legend={t('anotherWhen', { name })}
            choices={choices(others)}
          />
        </Unfold>
      )}
    </>
  )
}
