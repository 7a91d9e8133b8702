import type { EventKind } from '@/lib/events/kinds/terms'
import type { SpaceKind } from '@/lib/spaces/schema'

/** What people propose. `{place}` and `{town}` are filled in. */
export type Invitation = { title: string; welcome: string; language?: 'en' }

/** When and where a kind of event is held. Days are ISO (1 is Monday), hours of the place, lengths in minutes. */
export type Habit = {
  kind: EventKind
  /** Of the 120. */
  count: number
  days: number[]
  starts: string[]
  minutes: number[]
  capacities: (number | null)[]
  prices: (string | null)[]
  at: SpaceKind[]
  invitations: Invitation[]
}

export const HABITS: Habit[] = [
  {
    kind: 'open_coffee',
    count: 24,
    days: [1, 2, 3, 4, 5],
    starts: ['08:30', '09:00', '09:30'],
    minutes: [60, 75, 90],
    capacities: [8, 10, 12, null],
    prices: [null],
    at: ['cafe', 'third_place', 'coworking'],
    invitations: [
      {
        title: 'Open coffee à {town}',
        welcome:
          'On se retrouve pour un café avant d’ouvrir les mails. Venez quand vous voulez, partez quand vous devez. **Un carnet jaune** est posé sur la table, vous nous reconnaîtrez.',
      },
      {
        title: 'Le café des solitaires heureux',
        welcome:
          'Première fois ? Dites-le en arrivant, quelqu’un vous présente aux autres. Chacun paie son café, personne ne fait de discours.',
      },
      {
        title: 'Café du matin, {place}',
        welcome:
          'Une heure autour d’une grande table : ce qui avance, ce qui coince, et les bonnes adresses du quartier.',
      },
      {
        title: 'Morning coffee for remote folks',
        welcome: 'English-friendly table. New in {town}? Come and say hi: no pitch, no slides, just coffee.',
        language: 'en',
      },
    ],
  },
  {
    kind: 'coworking_day',
    count: 20,
    days: [1, 2, 3, 4, 5],
    starts: ['09:00', '09:30'],
    minutes: [420, 480],
    capacities: [6, 8, 12, 16],
    prices: [null, '12 €', '15 €'],
    at: ['coworking', 'third_place', 'library', 'home_table'],
    invitations: [
      {
        title: 'On travaille ensemble à {place}',
        welcome:
          'Matinée au calme, déjeuner ensemble vers 12 h 30, après-midi plus bavarde. Apportez vos écouteurs et votre tasse.',
      },
      {
        title: 'Journée sans solitude',
        welcome:
          'Chacun son dossier, mais dans la même pièce. On se dit nos trois tâches le matin, on regarde le soir où on en est.',
      },
      {
        title: 'Journée portes ouvertes chez {place}',
        welcome:
          'Une journée d’essai pour découvrir le lieu et ceux qui l’habitent. Le réseau est solide, le café aussi.',
      },
    ],
  },
  {
    kind: 'lunch',
    count: 14,
    days: [2, 3, 4, 5],
    starts: ['12:15', '12:30'],
    minutes: [75, 90],
    capacities: [6, 8, 10],
    prices: [null, '14 € environ'],
    at: ['cafe', 'third_place', 'coworking'],
    invitations: [
      {
        title: 'Déjeuner des indépendants',
        welcome:
          'Une table réservée au nom de Cafetière. On parle de tout, un peu du travail, surtout du reste.',
      },
      {
        title: 'Le midi partagé de {town}',
        welcome:
          'Chacun apporte quelque chose à manger, on mélange. Si vous n’avez pas eu le temps de cuisiner, une baguette suffit.',
      },
      {
        title: 'Vous êtes en mission par ici ? Déjeunons',
        welcome:
          'Pour celles et ceux qui passent une journée chez un client dans le coin et déjeunent seuls devant un écran. Plus maintenant.',
      },
    ],
  },
  {
    kind: 'afterwork',
    count: 18,
    days: [1, 2, 3, 4, 5],
    starts: ['18:00', '18:30', '19:00'],
    minutes: [120, 150],
    capacities: [15, 20, 25, null],
    prices: [null],
    at: ['coworking', 'cafe', 'third_place'],
    invitations: [
      {
        title: 'Afterwork des freelances',
        welcome:
          'On ferme les ordinateurs et on trinque. Avec ou sans alcool, avec ou sans collègue. *Le premier verre se prend debout, les suivants assis.*',
      },
      {
        title: 'Apéro de quartier, {place}',
        welcome:
          'Les habitués arrivent vers 18 h 30. Cherchez la table avec la vieille cafetière rouge dessus.',
      },
      {
        title: 'Small & gentle afterwork',
        welcome:
          'For people who find big networking nights exhausting. Eight to fifteen people, quiet music, leave whenever you like.',
        language: 'en',
      },
    ],
  },
  {
    kind: 'networking_evening',
    count: 8,
    days: [2, 4],
    starts: ['18:30', '19:00'],
    minutes: [150, 180],
    capacities: [30, 40, 50],
    prices: [null, '5 €', '8 €'],
    at: ['coworking', 'third_place'],
    invitations: [
      {
        title: 'Soirée rencontres : cherche et propose',
        welcome:
          'Deux murs, des papiers de couleur : à gauche ce que vous cherchez, à droite ce que vous proposez. On circule, on se parle, on décroche des papiers.',
      },
      {
        title: 'Le salon des indépendants de {town}',
        welcome:
          'Trois témoignages de dix minutes, puis le buffet. Un accueil est prévu pour celles et ceux qui viennent seuls.',
      },
    ],
  },
  {
    kind: 'workshop',
    count: 12,
    days: [1, 2, 3, 4, 5, 6],
    starts: ['10:00', '14:00', '17:30'],
    minutes: [120, 150],
    capacities: [6, 8, 10, 12],
    prices: [null, '10 €', '15 €', '25 €'],
    at: ['coworking', 'third_place', 'library'],
    invitations: [
      {
        title: 'Atelier : fixer ses tarifs sans rougir',
        welcome: 'On apporte un devis réel, on le relit à plusieurs. Rien ne sort de la pièce.',
      },
      {
        title: 'Déclarations et TVA : on s’y met ensemble',
        welcome: 'Chacun fait la sienne, entouré. Une comptable passe de table en table pendant deux heures.',
      },
      {
        title: 'Atelier portrait : la photo de votre profil',
        welcome:
          'Lumière naturelle, dix minutes par personne, vous repartez avec une image où l’on vous reconnaît.',
      },
      {
        title: 'Write your website’s first page',
        welcome:
          'Bring a laptop and one sentence about what you do. Leave with a page that sounds like you. In English, French welcome.',
        language: 'en',
      },
    ],
  },
  {
    kind: 'trade_fair',
    count: 4,
    days: [2, 3, 4],
    starts: ['12:00', '17:30'],
    minutes: [60, 90],
    capacities: [12, 20, null],
    prices: [null],
    at: ['cafe', 'coworking'],
    invitations: [
      {
        title: 'En marge du salon : on se retrouve à {town}',
        welcome:
          'Vous arpentez les allées seul avec votre badge ? Faisons une pause ensemble, à dix minutes à pied du hall.',
      },
      {
        title: 'Trade fair debrief over a drink',
        welcome: 'You survived the booths. Let’s compare notes, blisters and business cards.',
        language: 'en',
      },
    ],
  },
  {
    kind: 'outside_work',
    count: 12,
    days: [6, 7],
    starts: ['09:30', '10:00', '15:00'],
    minutes: [120, 180],
    capacities: [8, 10, 14, null],
    prices: [null],
    at: ['third_place', 'cafe'],
    invitations: [
      {
        title: 'Balade du week-end, départ de {place}',
        welcome:
          'Six kilomètres faciles, un pique-nique, aucun mot sur le travail avant le premier banc. Chaussures fermées.',
      },
      {
        title: 'Jeux de société et thé chaud',
        welcome: 'Des jeux courts, expliqués sur place. Les enfants et les mauvais perdants sont bienvenus.',
      },
      {
        title: 'Initiation salsa, sans partenaire',
        welcome:
          'Venez comme vous êtes : on change de partenaire à chaque morceau, et personne ne regarde les pieds des autres.',
      },
      {
        title: 'Pétanque et citronnade',
        welcome: 'Des boules à prêter, des équipes tirées au sort. Vous connaîtrez dix prénoms à la fin.',
      },
    ],
  },
  {
    kind: 'e_coffee',
    count: 4,
    days: [1, 3, 5],
    starts: ['10:30', '15:30'],
    minutes: [15, 20],
    capacities: [4, 6],
    prices: [null],
    at: [],
    invitations: [
      {
        title: 'E-café de quinze minutes',
        welcome:
          'Quinze minutes, caméra facultative, puis chacun retourne à son travail. La salle se ferme toute seule.',
      },
      {
        title: 'Fifteen-minute e-coffee',
        welcome: 'A quick hello between two tasks. It ends on time, promise.',
        language: 'en',
      },
    ],
  },
  {
    kind: 'one_to_one',
    count: 4,
    days: [1, 2, 3, 4, 5],
    starts: ['09:00', '14:30', '16:00'],
    minutes: [45, 60],
    capacities: [1, 2],
    prices: [null],
    at: ['cafe', 'library'],
    invitations: [
      {
        title: 'Un café à deux, {place}',
        welcome: 'Pour celles et ceux que les groupes intimident. Une table, deux tasses, une conversation.',
      },
      {
        title: 'Nouveau à {town} ? Je vous fais visiter',
        welcome:
          'Trois lieux où travailler, le meilleur marché, et comment prendre le bus. J’ai déménagé de loin aussi, je sais ce que c’est.',
      },
    ],
  },
]
