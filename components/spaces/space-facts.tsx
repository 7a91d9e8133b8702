import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FactLine } from '@/components/spaces/facts/fact-line'
import { useAccessFacts } from '@/components/spaces/facts/use-access-facts'
import { useComfortFacts } from '@/components/spaces/facts/use-comfort-facts'
import { useGaps } from '@/components/spaces/facts/use-gaps'
import { usePriceFacts } from '@/components/spaces/facts/use-price-facts'
import { useWorkFacts } from '@/components/spaces/facts/use-work-facts'
import { Fact } from '@/components/ui/fact'
import type { SpacePage } from '@/lib/spaces/page/queries'

/** What is found on site. What nobody has said is said to be unknown, kindly: it is not "no". */
export function SpaceFacts({ space, taps }: { space: SpacePage; taps: ReactNode }) {
  const t = useTranslations('spacePage')
  const { without, unknown } = useGaps(space)
  return (
    <div className="flex flex-col gap-5">
      <Group title={t('groups.work')} facts={useWorkFacts(space)} />
      <Group title={t('groups.price')} facts={usePriceFacts(space)} />
      <Group title={t('groups.comfort')} facts={useComfortFacts(space)} />
      <Group title={t('groups.access')} facts={useAccessFacts(space)} />
      {without && <p>{without}</p>}
      {unknown && <p className="text-muted">{unknown}</p>}
      {taps}
    </div>
  )
}

function Group({ title, facts }: { title: string; facts: FactLine[] }) {
  if (facts.length === 0) return null
  return (
    <section className="flex flex-col gap-2.5">
      <h3 className="font-semibold text-muted">{title}</h3>
      <ul className={`grid gap-3 ${facts.length > 1 ? 'sm:grid-cols-2' : ''}`}>
        {facts.map(({ icon, text, note }) => (
          <Fact key={text} icon={icon} note={note}>
            {text}
          </Fact>
        ))}
      </ul>
    </section>
  )
}
