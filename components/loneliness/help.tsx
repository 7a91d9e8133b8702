import { useTranslations } from 'next-intl'
import type { HelpLine } from '@/lib/loneliness/help/schema'

/** Whom one can call. */
export function Help({ lines }: { lines: HelpLine[] }) {
  const t = useTranslations('check')
  return (
    <div className="flex flex-col gap-3 rounded-card bg-person-soft p-4">
      <h2 className="text-person text-xl">{t('help')}</h2>
      <ul className="flex flex-col gap-3">
        {lines.map(({ name, phone, hours, url }) => (
          <li key={name}>
            <p className="font-semibold">
              {url ? (
                <a href={url} rel="noopener noreferrer" className="underline underline-offset-4">
                  {name}
                </a>
              ) : (
                name
              )}
            </p>
            <a
              href={`tel:${phone.replaceAll(' ', '')}`}
              className="inline-flex min-h-11 items-center font-semibold text-accent text-lg underline"
            >
              {phone}
            </a>
            {hours && <p className="text-muted text-sm">{hours}</p>}
          </li>
        ))}
      </ul>
      <p>{t(lines.length > 0 ? 'helpDoctor' : 'helpNone')}</p>
    </div>
  )
}
