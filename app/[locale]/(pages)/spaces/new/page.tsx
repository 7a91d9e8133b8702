import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AddForm } from '@/components/spaces/edit/add-form'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { env } from '@/lib/env'
import { languageNames } from '@/lib/freelancers/rules'
import { FORM_FIELDS, pathWith, typedInQuery } from '@/lib/spaces/edits/rules'
import { addSpaceAction } from './actions'

type Props = PageProps<'/[locale]/spaces/new'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('corrections')
  return { title: t('addTitle'), robots: { index: false } }
}

/** "Not here? Add it." */
export default async function NewSpacePage({ searchParams }: Props) {
  const [query, locale, t] = await Promise.all([searchParams, getLocale(), getTranslations('corrections')])
  const typed = typedInQuery(query, FORM_FIELDS)
  const here = `/${locale}/spaces/new`
  await requireActor(locale, pathWith(here, typed) ?? here)
  const { basemapUrl, basemapAttribution } = env()
  return (
    <Page width="narrow">
      <PageHeader title={t('addTitle')} intro={t('addIntro')} back={{ href: '/', label: t('map') }} />
      <AddForm
        action={addSpaceAction}
        values={typed}
        languages={languageNames(locale)}
        basemap={{ url: basemapUrl, attribution: basemapAttribution }}
      />
    </Page>
  )
}
