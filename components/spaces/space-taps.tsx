import { useLocale, useTranslations } from 'next-intl'
import { ButtonForm } from '@/components/ui/button-form'
import type { FormAction } from '@/components/ui/use-form-action'
import { dayInWords } from '@/lib/spaces/freshness/rules'
import type { Observed, ObservedHere } from '@/lib/spaces/observations/queries'
import { NOISE, SOCKETS } from '@/lib/spaces/terms'
import { WifiForm } from './wifi-form'

type Props = { spaceId: string; observed: ObservedHere; say: FormAction; takeBack: FormAction }

/** Whoever was there says with a tap what they found; how many did, and when, is said beside it. */
export function SpaceTaps({ spaceId, observed, say, takeBack }: Props) {
  const t = useTranslations('spacePage')
  const pending = t('stillRightPending')
  const answers = {
    sockets: SOCKETS.map((name) => t(`sockets.${name}`)),
    noise: NOISE.map((name) => t(`noise.${name}`)),
  }
  return (
    <section
      aria-labelledby="taps"
      className="flex flex-col gap-5 rounded-card border border-line bg-card p-4"
    >
      <h3 id="taps" className="font-semibold">
        {t('taps')}
      </h3>
      {(['sockets', 'noise'] as const).map((topic) => (
        <div key={topic} className="flex flex-col gap-2">
          <Told title={t(`tapTopics.${topic}`)} observed={observed[topic]} />
          <div className="flex flex-wrap gap-2">
            {answers[topic].map((label, value) => {
              const mine = observed[topic]?.mine === value
              return (
                <ButtonForm
                  key={`${label} ${mine}`}
                  action={mine ? takeBack : say}
                  fields={mine ? { spaceId, topic } : { spaceId, topic, value: String(value) }}
                  icon={mine ? 'check' : undefined}
                  label={label}
                  name={mine ? t('tapMine', { answer: label }) : undefined}
                  pending={pending}
                  variant={mine ? 'primary' : undefined}
                />
              )
            })}
          </div>
        </div>
      ))}
      <div className="flex flex-col gap-2">
        <Told title={t('tapTopics.wifi')} observed={observed.wifi} />
        {typeof observed.wifi?.mine === 'number' ? (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p>{t('tapSpeedMine', { mbps: observed.wifi.mine })}</p>
            <ButtonForm
              action={takeBack}
              fields={{ spaceId, topic: 'wifi' }}
              label={t('stillRightBack')}
              name={t('tapSpeedBack')}
              pending={pending}
              variant="quiet"
            />
          </div>
        ) : (
          <WifiForm
            spaceId={spaceId}
            action={say}
            words={{ label: t('tapSpeed'), hint: t('tapSpeedHint'), send: t('tapSend'), pending }}
          />
        )}
      </div>
    </section>
  )
}

function Told({ title, observed }: { title: string; observed?: Observed }) {
  const t = useTranslations('spacePage')
  const locale = useLocale()
  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      <span className="font-medium">{title}</span>
      <span className="text-muted text-sm">
        {observed
          ? t('tapSaid', { count: observed.people, date: dayInWords(observed.latest, locale) })
          : t('tapNobody')}
      </span>
    </p>
  )
}
