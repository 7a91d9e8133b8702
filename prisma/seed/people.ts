import { snapToCell } from '@/lib/geo/cell'
import type { Random } from './random'
import { TOWNS, type TownKey } from './towns'

const DAY = 86_400_000

const WOMEN = (
  'Camille Nadia Inès Solène Élodie Amina Chloé Margaux Léa Fatou Manon Juliette Zoé Clara Aïcha Louise Agathe Maëlle ' +
  'Giulia Anaïs Sarah Pauline Leïla Noémie Hélène'
).split(' ')

const MEN = (
  'Théo Julien Marc Karim Hugo Baptiste Yanis Victor Samuel Antoine Rachid Paul Mehdi Nicolas Romain Diego Farid Simon ' +
  'Thomas Olivier Matteo Adrien Étienne Bastien Tom'
).split(' ')

const SURNAMES = (
  'Arvelle Bontour Cassignol Daubran Estérac Fontvieille Garamel Hautbois Isnardel Jolivard Kerbrat Lavaudin ' +
  'Marsoulan Nauzéac Orsival Peyrolin Quintard Roumégas Sauvaire Tournebise Ubertin Valmorin Ybanès Zaccaro ' +
  'Aubrespin Belcaïre Clairmondin Delphias Escandol Ferralou'
).split(' ')

// her trade, his trade, and what both would say
const TRADES = [
  [
    'Graphiste',
    'Graphiste',
    'Des identités visuelles pour de petites maisons, et des affiches quand on me laisse faire.',
  ],
  [
    'Développeuse web',
    'Développeur web',
    'Des sites sobres et rapides. Je cherche surtout des gens avec qui râler à midi.',
  ],
  [
    'Développeuse back-end',
    'Développeur back-end',
    'Dix ans de salariat, deux ans à mon compte. La machine à café me manque.',
  ],
  [
    'Traductrice',
    'Traducteur',
    'De l’italien et de l’anglais vers le français : du technique en semaine, des romans le soir.',
  ],
  ['Rédactrice', 'Rédacteur', 'J’écris pour les autres. Toujours d’accord pour une relecture croisée.'],
  ['Photographe', 'Photographe', 'Portraits et architecture. Souvent dehors, rarement en bonne compagnie.'],
  [
    'Illustratrice',
    'Illustrateur',
    'Livres pour enfants, encre et aquarelle. Je travaille mieux avec du monde autour.',
  ],
  ['Consultante SEO', 'Consultant SEO', 'J’explique sans jargon. Un café contre un regard sur votre site.'],
  ['Comptable', 'Comptable', 'Les déclarations des autres ne me font pas peur ; les miennes, un peu.'],
  ['Architecte d’intérieur', 'Architecte d’intérieur', 'Petits espaces, bois clair, budgets réels.'],
  [
    'UX designer',
    'UX designer',
    'Research, prototypes, and long walks. New in the area, happy to meet people.',
  ],
  ['Vidéaste', 'Vidéaste', 'Films courts pour associations. J’ai du matériel à prêter.'],
  ['Coach', 'Coach', 'J’accompagne les reconversions ; la mienne date de trois ans.'],
  [
    'Data analyst',
    'Data analyst',
    'Remote for a Dublin company, based here for the light. English or French.',
  ],
  ['Journaliste', 'Journaliste', 'Enquêtes au long cours. J’ai besoin de bruit autour de moi pour écrire.'],
  [
    'Ingénieure du son',
    'Ingénieur du son',
    'Podcasts et spectacles. Disponible le matin, injoignable le samedi soir.',
  ],
  [
    'Formatrice',
    'Formateur',
    'Bureautique et entraide numérique, un jour par semaine chez les clients à Sophia.',
  ],
  [
    'Cheffe de projet',
    'Chef de projet',
    'Dans l’industrie le lundi, bénévole le mardi, à mon compte le reste du temps.',
  ],
  ['Ergonome', 'Ergonome', 'Je viens mesurer votre chaise si vous payez le café.'],
  [
    'Product manager',
    'Product manager',
    'Ex-startup, now freelance. Looking for lunch company more than for clients.',
  ],
] as const

const INTERESTS = [
  ...[
    'randonnée',
    'salsa',
    'pêche',
    'échecs',
    'course à pied',
    'cuisine',
    'jardinage',
    'voile',
    'jeux de société',
  ],
  ...[
    'cinéma',
    'chorale',
    'photo argentique',
    'escalade',
    'vélo',
    'lecture',
    'pétanque',
    'poterie',
    'plongée',
  ],
  ...['yoga', 'hiking', 'board games', 'open source', 'improvisation', 'astronomie'],
]

const OTHER_LANGUAGES = ['en', 'en', 'en', 'it', 'it', 'es', 'de', 'pt', 'ar', 'nl', 'pl', 'ru']

/** How many live where: 80 in all. */
const HOMES: Record<TownKey, number> = {
  ...{ cannes: 15, grasse: 8, antibes: 11, nice: 16, sophia: 8, toulon: 7, paris: 15 },
}

/** Eighty invented people, town by town. One in six is hidden, as people are who have not chosen yet. */
export function people(random: Random, now: Date) {
  const homes = Object.entries(HOMES).flatMap(([town, count]) => Array<TownKey>(count).fill(town as TownKey))
  return homes.map((town, i) => {
    const [hers, his, bio] = random.pick(TRADES)
    const [firstNames, trade] = i % 2 === 0 ? [WOMEN, hers] : [MEN, his]
    const { lat, lng, spread, name: area } = TOWNS[town]
    const cell = snapToCell({
      lat: lat + (random.next() - 0.5) * spread,
      lng: lng + (random.next() - 0.5) * spread * 1.4,
    })
    const created = new Date(now.getTime() - random.between(10, 300) * DAY)
    const name = `${firstNames[(i * 7) % firstNames.length]} ${SURNAMES[(i * 11) % SURNAMES.length]}`
    return {
      id: random.id(created),
      town,
      name,
      trade,
      bio,
      interests: random.some(INTERESTS, random.between(2, 4)),
      languages: ['fr', ...new Set(random.some(OTHER_LANGUAGES, random.between(0, 2)))],
      cellLat: cell.lat,
      cellLng: cell.lng,
      area,
      visibility: random.chance(1 / 6) ? ('hidden' as const) : ('members' as const),
      seeAgain: true,
      demo: true,
      createdAt: created,
      updatedAt: created,
    }
  })
}

export type Person = ReturnType<typeof people>[number]

/** The accounts behind them. Their addresses lead nowhere (RFC 2606). */
export function accounts(all: Person[]) {
  return all.map(({ id, bio, createdAt }, i) => ({
    id,
    email: `demo-${String(i + 1).padStart(2, '0')}@example.org`,
    emailVerified: createdAt,
    locale: /\b(and|for|or)\b/.test(bio) ? 'en' : 'fr',
    createdAt,
  }))
}
