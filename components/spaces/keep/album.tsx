import { useTranslations } from 'next-intl'
import { ButtonForm } from '@/components/ui/button-form'
import { Unfold } from '@/components/ui/unfold'
import type { FormAction } from '@/components/ui/use-form-action'
import type { AlbumPhoto } from '@/lib/spaces/album/queries'
import { AlbumImage } from './album-image'

type Props = { spaceId: string; photos: AlbumPhoto[]; actions: { move: FormAction; remove: FormAction } }

/** The pictures as the page shows them, through this site, each with its ways up, down and out. */
export function Album({ spaceId, photos, actions }: Props) {
  const t = useTranslations('keep')
  return (
    <ol className="flex flex-col gap-4">
      {photos.map(({ id, alt, url }, index) => {
        const number = index + 1
        const fields = { spaceId, photoId: id }
        return (
          <li key={id} className="overflow-hidden rounded-card border border-line bg-card">
            <AlbumImage src={`/api/photos/${id}`} alt={alt} lost={t('photoLost')} />
            <div className="flex flex-col gap-2 p-4">
              <p>{alt}</p>
              <p className="truncate text-muted text-sm">{url}</p>
              <div className="flex flex-wrap items-start gap-2">
                {index > 0 && (
                  <ButtonForm
                    action={actions.move}
                    fields={{ ...fields, by: '-1' }}
                    icon="up"
                    label={t('up')}
                    name={t('upName', { number })}
                    pending={t('pending')}
                  />
                )}
                {number < photos.length && (
                  <ButtonForm
                    action={actions.move}
                    fields={{ ...fields, by: '1' }}
                    icon="down"
                    label={t('down')}
                    name={t('downName', { number })}
                    pending={t('pending')}
                  />
                )}
              </div>
              <Unfold label={t('remove')}>
                <ButtonForm
                  action={actions.remove}
                  fields={fields}
                  icon="trash"
                  label={t('removeSure')}
                  name={t('removeName', { number })}
                  pending={t('pending')}
                  variant="danger"
                />
              </Unfold>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
