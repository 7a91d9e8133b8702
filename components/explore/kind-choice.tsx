import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { EVENT_KINDS } from '@/lib/events/kinds/terms'
import type { Kind } from '@/lib/map/terms'
import { SPACE_KINDS } from '@/lib/spaces/terms'

/** What is a kind of outing as well stands once, among those. */
const SPACE_ONLY = SPACE_KINDS.filter((kind) => !(EVENT_KINDS as readonly string[]).includes(kind))

/** Which kinds of outing and of place; none ticked is all of them. */
export function KindChoice({ chosen }: { chosen: readonly Kind[] }) {
  const t = useTranslations('filters')
  const event = useTranslations('events.kinds')
  const space = useTranslations('spaces.kinds')
  const box = (kind: Kind, label: string) => (
    <Checkbox key={kind} name="kind" value={kind} defaultChecked={chosen.includes(kind)} label={label} />
  )
  return (
    <>
      <fieldset>
        <legend className="font-semibold">{t('eventKinds')}</legend>
        <div className="grid grid-cols-2 gap-x-6">{EVENT_KINDS.map((kind) => box(kind, event(kind)))}</div>
      </fieldset>
      <fieldset>
        <legend className="font-semibold">{t('spaceKinds')}</legend>
        <div className="grid grid-cols-2 gap-x-6">{SPACE_ONLY.map((kind) => box(kind, space(kind)))}</div>
      </fieldset>
    </>
  )
}
