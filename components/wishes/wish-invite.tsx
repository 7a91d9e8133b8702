import { useLocale, useTranslations } from 'next-intl'
import { ButtonForm } from '@/components/ui/button-form'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import type { FormAction } from '@/components/ui/use-form-action'
import { ofTown } from '@/lib/towns/words/rules'
import type { WishesHere } from '@/lib/wishes/queries'

type Props = {
  wishes: WishesHere
  /** Name of the nearest town; null in the middle of nowhere. */
  town: string | null
  /** Drops a wish. */
  action: FormAction
  /** It is the main thing to do here. */
  main?: boolean
}

/** How many people would come here, and one's own "I'd come" in one tap. */
export function WishInvite({ wishes: { count, cell, mine }, town, action, main = false }: Props) {
  const t = useTranslations('wishes')
  const locale = useLocale()
  const where = { town: town === null ? 'none' : ofTown(town, locale) }
  return (
    <section className="flex flex-col gap-2 rounded-card border border-event border-dashed bg-event-soft p-4 text-left">
      <h2 className="flex items-start gap-2 text-event text-lg">
        <Icon name="coffee" className="mt-0.5 size-6" />
        {mine === 'here' ? t('mineHere', { ...where, others: count - 1 }) : t('near', { ...where, count })}
      </h2>
      <p>{mine === 'here' ? t('mineText') : t('text')}</p>
      {mine === 'here' ? (
        <LinkButton href="/wishes" className="self-start">
          {t('see')}
        </LinkButton>
      ) : (
        <ButtonForm
          action={action}
          fields={{ cell: `${cell.lat},${cell.lng}` }}
          label={t(mine === 'elsewhere' ? 'move' : 'drop')}
          pending={t('sending')}
          variant={main ? 'primary' : undefined}
          className="self-start"
        />
      )}
    </section>
  )
}
