import { useTranslations } from 'next-intl'
import type { SpacePage } from '@/lib/spaces/page/queries'
import { SpacePhoto } from './space-photo'

/** Pictures that whoever has the place gave, through this site: their own server learns of nobody. */
export function SpacePhotos({ photos, name }: { photos: SpacePage['photos']; name: string }) {
  const t = useTranslations('spacePage')
  if (photos.length === 0) return null
  return (
    <ul
      aria-label={t('photos')}
      className="-mx-4 flex snap-x scroll-px-4 gap-3 overflow-x-auto px-4 pb-1 sm:mx-0 sm:scroll-px-0 sm:px-0 empty:hidden"
    >
      {photos.map(({ id, alt }) => (
        <SpacePhoto key={id} src={`/api/photos/${id}`} alt={alt || t('photoOf', { name })} />
      ))}
    </ul>
  )
}
