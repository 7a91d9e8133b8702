import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import type { FormAction } from '@/components/ui/use-form-action'
import type { Greeting as What } from '@/lib/events/greeters/queries'
import { Greeted } from './greeted'
import { OwnGreeting } from './own-greeting'

type Props = {
  event: { id: string; startsAt: Date; timeZone: string }
  greeting: What
  /** The viewer comes, or hosts: they need no invitation any more. */
  inside: boolean
  actions: { sayShy: FormAction; answer: FormAction }
}

/** Nobody arrives alone: what this viewer is told of who greets. */
export function Greeting({ event, greeting, inside, actions }: Props) {
  const t = useTranslations('greeting')
  const { somebody, greeted, own } = greeting
  if (own) return <OwnGreeting event={event} own={own} answer={actions.answer} />
  if (greeted) return <Greeted event={event} {...greeted} say={actions.sayShy} />
  if (!somebody || inside) return null
  return (
    <p className="mb-4 flex items-start gap-2">
      <Icon name="door" className="mt-0.5 size-5 text-accent" />
      {t('somebody')}
    </p>
  )
}
