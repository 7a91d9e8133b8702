import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { LookBeacon } from '@/components/measures/look-beacon'
import { Bar } from '@/components/shell/bar'
import { DemoStrip } from '@/components/shell/demo-strip'
import { FetchAhead } from '@/components/shell/fetch-ahead'
import { Letters } from '@/components/shell/letters'
import { OfflineLine } from '@/components/shell/offline-line'
import { Styles } from '@/components/shell/styles'
import { Tabs } from '@/components/shell/tabs'
import { Words } from '@/components/shell/words'
import { currentActor } from '@/lib/auth'
import { env } from '@/lib/env'
import { routing } from '@/lib/i18n/routing'
import { hasDemoData } from '@/lib/instance/queries'
import { myMinutes } from '@/lib/measures/minutes/queries'

type Props = LayoutProps<'/[locale]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const { appUrl, instanceName } = env()
  const t = await getTranslations({ locale, namespace: 'metadata' })
  return {
    metadataBase: new URL(appUrl),
    title: { default: `${instanceName} · ${t('tagline')}`, template: `%s · ${instanceName}` },
    description: t('description'),
    applicationName: instanceName,
    openGraph: { siteName: instanceName, type: 'website', locale: locale === 'fr' ? 'fr_FR' : 'en_GB' },
    formatDetection: { telephone: false, address: false, email: false },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf6ef' },
    { media: '(prefers-color-scheme: dark)', color: '#1a130e' },
  ],
}

// Every page carries a nonce of its own, so none can be rendered ahead.
export const dynamic = 'force-dynamic'

// Built, they are inside the page (components/shell/styles).
if (process.env.NODE_ENV !== 'production') await import('@/components/shell/linked-styles')

export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const [t, demo, actor] = await Promise.all([getTranslations('shell'), hasDemoData(), currentActor()])
  const counted = actor && (await myMinutes(actor))
  return (
    // Its letters are chosen before React is there (Letters).
    <html lang={locale} suppressHydrationWarning>
      <body
        className={`flex min-h-dvh flex-col pb-(--tabs) antialiased lg:pb-0 ${demo ? '[--strip:1.75rem]' : '[--strip:0rem]'}`}
      >
        <Styles />
        <Letters nonce={(await headers()).get('x-nonce')} />
        <Words>
          <a
            href="#main"
            className="fixed top-2 left-2 z-50 -translate-y-24 rounded-full bg-ink px-4 py-2 text-paper focus:translate-y-0"
          >
            {t('skip')}
          </a>
          <OfflineLine />
          {demo && <DemoStrip />}
          <Bar name={env().instanceName} />
          <main id="main" tabIndex={-1} className="flex flex-1 flex-col outline-none">
            {children}
          </main>
          {counted && <LookBeacon />}
          <FetchAhead />
          <Tabs placement="thumb" />
        </Words>
      </body>
    </html>
  )
}
