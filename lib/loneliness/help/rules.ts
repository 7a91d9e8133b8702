import type { HelpLine } from './schema'

/** Lines in a country (ISO 3166-1 alpha-2) where somebody listens, free of charge in France. An instance may give its own. */
const LINES: Record<string, Record<'fr' | 'en', HelpLine[]>> = {
  FR: {
    fr: [
      {
        name: 'SOS Amitié',
        phone: '09 72 39 40 50',
        hours: 'Jour et nuit, aussi par tchat',
        url: 'https://www.sos-amitie.com',
      },
      {
        name: 'Croix-Rouge Écoute',
        phone: '0 800 858 858',
        hours: 'Gratuit et anonyme',
        url: 'https://www.croix-rouge.fr',
      },
      {
        name: 'Prévention du suicide',
        phone: '3114',
        hours: 'Gratuit, jour et nuit',
        url: 'https://3114.fr',
      },
    ],
    en: [
      {
        name: 'SOS Amitié',
        phone: '09 72 39 40 50',
        hours: 'Day and night, by chat too (in French)',
        url: 'https://www.sos-amitie.com',
      },
      {
        name: 'Croix-Rouge Écoute',
        phone: '0 800 858 858',
        hours: 'Free and anonymous (in French)',
        url: 'https://www.croix-rouge.fr',
      },
      { name: 'Suicide prevention', phone: '3114', hours: 'Free, day and night', url: 'https://3114.fr' },
    ],
  },
}

/** Whom one can call in a country, in a language; the instance's own lines first of all. Empty where none are known. */
export function helpLines(country: string, locale: 'fr' | 'en', own: HelpLine[] | null): HelpLine[] {
  return own ?? LINES[country]?.[locale] ?? []
}
