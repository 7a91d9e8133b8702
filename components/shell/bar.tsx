import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { Link } from '@/lib/i18n/navigation'
import { Brand } from './brand'
import { LocaleSwitch } from './locale-switch'
import { Tabs } from './tabs'

/** The bar of a desk: brand, the four places, publish, language. A phone has the tabs instead. */
export function Bar({ name }: { name: string }) {
  const t = useTranslations('shell')
  return (
    <header className="sticky top-0 z-40 hidden h-(--bar) items-center gap-6 border-line border-b bg-paper px-6 lg:flex">
      <Link href="/" className="flex items-center gap-2.5 font-display font-semibold text-xl">
        <Brand className="size-9" />
        {name}
      </Link>
      <Tabs placement="bar" />
      <div className="ml-auto flex items-center gap-3">
        <LocaleSwitch />
        <LinkButton href="/host/new" variant="primary">
          <Icon name="plus" />
          {t('publish')}
        </LinkButton>
      </div>
    </header>
  )
}
