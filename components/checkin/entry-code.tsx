import { useTranslations } from 'next-intl'
import { create } from 'qrcode'
import { Icon } from '@/components/ui/icon'
import { scannable } from '@/lib/events/checkin/rules'

/** Modules of white around a QR code (ISO/IEC 18004). */
const QUIET = 4

/** What a guest shows at the door: as a picture to scan, and as letters to read out. */
export function EntryCode({ code }: { code: string }) {
  const t = useTranslations('checkin')
  const { size, data } = create(scannable(code), { errorCorrectionLevel: 'M' }).modules
  const dark = Array.from(data).flatMap((bit, i) =>
    bit ? [`M${(i % size) + QUIET} ${Math.floor(i / size) + QUIET}h1v1h-1z`] : [],
  )
  const side = size + 2 * QUIET
  return (
    <details className="group rounded-card border border-line bg-card">
      <summary className="flex min-h-11 list-none items-center gap-3 px-4 py-2 font-semibold [&::-webkit-details-marker]:hidden">
        <Icon name="door" className="size-5 text-accent" />
        <span className="flex-1">{t('myCode')}</span>
        <Icon name="down" className="size-5 transition-transform group-open:rotate-180" />
      </summary>
      <div className="flex flex-col items-center gap-2 px-4 pb-4">
        <svg
          viewBox={`0 0 ${side} ${side}`}
          role="img"
          aria-label={t('myCodePicture')}
          className="w-full max-w-64 rounded-xl bg-white"
          shapeRendering="crispEdges"
        >
          <path d={dark.join('')} fill="#000" />
        </svg>
        <p className="font-mono font-semibold text-2xl tracking-widest">{code}</p>
        <p className="text-center text-muted text-sm">{t('myCodeText')}</p>
      </div>
    </details>
  )
}
