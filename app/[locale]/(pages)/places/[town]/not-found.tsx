import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { areaName } from '@/components/towns/area-list'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { townPath, townsPath } from '@/lib/i18n/paths'
import { townsLike } from '@/lib/towns/slugs/queries'
import { writtenSlug } from '@/lib/towns/slugs/rules'

/** No town of that name, and those that were perhaps meant. Next draws it beside every town's page: it is asked little. */
export default async function TownNotFound() {
  const [path, locale, t] = await Promise.all([headers(), getLocale(), getTranslations('towns')])
  const near = await townsLike(writtenSlug(path.get('x-path')?.split('/').at(-1) ?? ''))
  return (
    <Page>
      <EmptyState
        heading="h1"
        icon="search"
        title={t('unknown')}
        text={t(near.length > 0 ? 'unknownNear' : 'unknownText')}
      >
        {near.map(({ slug, name, region, country }) => (
          <LinkButton key={slug} href={townPath(locale, slug)}>
            {`${name} (${areaName({ region, country }, locale)})`}
          </LinkButton>
        ))}
        <LinkButton href={townsPath(locale)} variant="primary">
          {t('index')}
        </LinkButton>
      </EmptyState>
    </Page>
  )
}
