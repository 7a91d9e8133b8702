import Image from 'next/image'
import { useTranslations } from 'next-intl'
import type { SpacePage } from '@/lib/spaces/page/queries'

/** Pictures that whoever has the place gave, through this site: their own server learns of nobody. */
export function SpacePhotos({ photos, name }: { photos: SpacePage['photos']; name: string }) {
  const t = useTranslations('spacePage')
  if (photos.length === 0) return null
  return (
    <ul
      aria-label={t('photos')}
      className="-mx-4 flex snap-x scroll-px-4 gap-3 overflow-x-auto px-4 pb-1 sm:mx-0 sm:scroll-px-0 sm:px-0"
    >
      {photos.map(({ id, alt }) => (
        <li key={id} className="shrink-0 snap-start">
          <Image
            src={`/api/photos/${id}`}
            alt={alt || t('photoOf', { name })}
            width={288}
            height={208}
            unoptimized
            className="h-52 w-72 rounded-card bg-sunken object-cover"
          />
        </li>
      ))}
    </ul>
  )
}
