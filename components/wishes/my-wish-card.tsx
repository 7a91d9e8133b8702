import { useLocale, useTranslations } from 'next-intl'
import { ButtonForm } from '@/components/ui/button-form'
import { Card } from '@/components/ui/card'
import type { FormAction } from '@/components/ui/use-form-action'
import { ofTown } from '@/lib/towns/words/rules'
import type { MyWish } from '@/lib/wishes/queries'
import { wishFields } from '@/lib/wishes/rules'

type Props = {
  wish: MyWish
  /** Who else would come within reach. */
  others: number
  /** The day it fades, in words. */
  until: string
  actions: { renew: FormAction; withdraw: FormAction }
}

/** One's own wish as it stands: where, with how many, until when; renewed or taken back in one tap. */
export function MyWishCard({ wish, others, until, actions }: Props) {
  const t = useTranslations('wishes')
  const locale = useLocale()
  const list = new Intl.ListFormat(locale, { type: 'disjunction' })
  const kinds = wish.kinds.map((kind) => t(`kind_${kind}`))
  return (
    <Card className="flex flex-col gap-3">
      <h2 className="text-xl">
        {t('mineHere', { town: wish.area ? ofTown(wish.area, locale) : 'none', others })}
      </h2>
      {kinds.length > 0 && <p>{t('mineKinds', { kinds: list.format(kinds) })}</p>}
      <p className="text-muted">{t('until', { day: until })}</p>
      <p>{t('mineText')}</p>
      <div className="flex flex-wrap gap-2">
        <ButtonForm
          action={actions.renew}
          fields={wishFields(wish)}
          label={t('renew')}
          pending={t('sending')}
        />
        <ButtonForm
          action={actions.withdraw}
          fields={{}}
          label={t('withdraw')}
          pending={t('sending')}
          variant="quiet"
        />
      </div>
    </Card>
  )
}
