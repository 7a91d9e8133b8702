import { useFormatter, useTranslations } from 'next-intl'
import type { Measures } from '@/lib/measures/queries'
import { BarTable } from './bar-table'
import { Figure } from './figure'
import { WeekLine } from './week-line'

/** An outing should not cost more time in front of a screen. Minutes. */
const AIM = 5

/** Every figure with its plot; each says itself when there are too few people for it. */
export function MeasureList({ measures }: { measures: Measures }) {
  const { outings, minutes, pairs, wishes } = measures
  const t = useTranslations('measures')
  const format = useFormatter()
  return (
    <div className="flex flex-col gap-4">
      <FirstOutingsFigure figure={measures.firstOutings} />
      <ComingBackFigure figure={measures.comingBack} />
      <Figure
        title={t('pairs')}
        value={pairs === null ? null : format.number(pairs)}
        of={t('pairsOf', { count: pairs ?? 0 })}
        missing={t('pairsMissing')}
        counts={t('pairsCounts')}
      />
      <Figure
        title={t('wishes')}
        value={wishes && format.number(wishes.share, { style: 'percent', maximumFractionDigits: 0 })}
        of={t('wishesOf', { wishes: wishes?.wishes ?? 0, outings: wishes?.outings ?? 0 })}
        missing={t('wishesMissing')}
        counts={t('wishesCounts')}
      />
      <Figure
        title={t('outings')}
        value={outings && format.number(outings.overall, { maximumFractionDigits: 2 })}
        of={t('outingsOf')}
        missing={t('outingsMissing')}
        counts={t('outingsCounts')}
      >
        {outings && <WeekLine caption={t('outings')} head={t('outingsHead')} points={outings.points} />}
      </Figure>
      <Figure
        title={t('minutes')}
        value={minutes && t('minutesValue', { minutes: minutes.overall })}
        of={t('minutesOf')}
        missing={t('minutesMissing')}
        counts={t('minutesCounts')}
      >
        {minutes && (
          <WeekLine
            caption={t('minutes')}
            head={t('minutesHead')}
            points={minutes.points}
            aim={{ value: AIM, label: t('minutesAim') }}
          />
        )}
      </Figure>
    </div>
  )
}

function FirstOutingsFigure({ figure }: { figure: Measures['firstOutings'] }) {
  const t = useTranslations('measures')
  return (
    <Figure
      title={t('first')}
      value={figure && t('firstValue', { days: figure.median })}
      of={t('firstOf', { people: figure?.people ?? 0 })}
      missing={t('firstMissing')}
      counts={t('firstCounts')}
    >
      {figure && (
        <BarTable
          caption={t('first')}
          head={[t('firstHead'), t('shareHead')]}
          bars={figure.bars.map((bar) => ({ ...bar, label: t(`wait_${bar.key}`) }))}
        />
      )}
    </Figure>
  )
}

function ComingBackFigure({ figure }: { figure: Measures['comingBack'] }) {
  const t = useTranslations('measures')
  const format = useFormatter()
  const month = (key: string) =>
    format.dateTime(new Date(`${key}-01T00:00:00Z`), { month: 'short', year: 'numeric', timeZone: 'UTC' })
  return (
    <Figure
      title={t('back30')}
      value={figure && format.number(figure.share, { style: 'percent', maximumFractionDigits: 0 })}
      of={t('back30Of', { people: figure?.people ?? 0 })}
      missing={t('back30Missing')}
      counts={t('back30Counts')}
    >
      {figure && (
        <BarTable
          caption={t('back30')}
          head={[t('back30Head'), t('shareHead')]}
          bars={figure.bars.map((bar) => ({ ...bar, label: month(bar.key) }))}
        />
      )}
    </Figure>
  )
}
