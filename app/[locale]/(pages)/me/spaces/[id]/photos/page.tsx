import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { addPhotoAction, movePhotoAction, removePhotoAction } from '@/app/[locale]/(pages)/me/spaces/actions'
import { Album } from '@/components/spaces/keep/album'
import { PhotoForm } from '@/components/spaces/keep/photo-form'
import { SpaceSection } from '@/components/spaces/space-section'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { albumOf } from '@/lib/spaces/album/queries'
import { MOST_PHOTOS } from '@/lib/spaces/album/schema'
import { keptSpace } from '@/lib/spaces/owners/queries'

type Props = PageProps<'/[locale]/me/spaces/[id]/photos'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('keep')
  return { title: t('photos'), robots: { index: false } }
}

/** A place's pictures, as its page shows them. */
export default async function PhotosPage({ params }: Props) {
  const { id } = await params
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/me/spaces/${id}/photos`)
  const space = await keptSpace(id, actor)
  if (!space) notFound()
  const [photos, t] = await Promise.all([albumOf(space.id, actor), getTranslations('keep')])
  return (
    <Page width="narrow">
      <PageHeader
        title={t('photos')}
        intro={t('photosIntro')}
        back={{ href: `/me/spaces/${space.id}`, label: space.name }}
      />
      <div className="flex flex-col gap-8">
        {photos.length > 0 && (
          <Album
            spaceId={space.id}
            photos={photos}
            actions={{ move: movePhotoAction, remove: removePhotoAction }}
          />
        )}
        {photos.length < MOST_PHOTOS ? (
          <SpaceSection title={t('addPhoto')}>
            <PhotoForm
              key={photos.length}
              action={addPhotoAction}
              spaceId={space.id}
              words={{
                ...{ url: t('photoUrl'), urlHint: t('photoUrlHint'), alt: t('photoAlt') },
                ...{ altHint: t('photoAltHint'), add: t('photoAdd'), pending: t('photoPending') },
              }}
            />
          </SpaceSection>
        ) : (
          <Notice>{t('photosFull')}</Notice>
        )}
      </div>
    </Page>
  )
}
