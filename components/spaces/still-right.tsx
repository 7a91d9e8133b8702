import { useTranslations } from 'next-intl'
import { ButtonForm } from '@/components/ui/button-form'
import { Icon } from '@/components/ui/icon'
import type { FormAction } from '@/components/ui/use-form-action'

type Props = { spaceId: string; said: boolean; confirm: FormAction; takeBack: FormAction }

/** One tap says that the page is right: it is what keeps a map alive. */
export function StillRight({ spaceId, said, confirm, takeBack }: Props) {
  const t = useTranslations('spacePage')
  return (
    <section
      aria-label={t('stillRight')}
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-card border border-line bg-card px-4 py-3"
    >
      <p aria-live="polite" className="flex min-w-0 flex-1 basis-44 items-center gap-2.5">
        <Icon name={said ? 'check' : 'info'} className={`size-5 ${said ? 'text-good' : 'text-muted'}`} />
        {t(said ? 'stillRightSaid' : 'stillRightText')}
      </p>
      <ButtonForm
        key={String(said)}
        action={said ? takeBack : confirm}
        fields={{ spaceId }}
        label={t(said ? 'stillRightBack' : 'stillRightYes')}
        pending={t('stillRightPending')}
        variant="quiet"
      />
    </section>
  )
}
