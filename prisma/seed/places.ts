import { SPACE_KINDS, type SpaceKind } from '@/lib/spaces/terms'
import { TOWN_KEYS, type TownKey } from './towns'

/** An invented place. `traits` are facts about it, in the words of `spaces.ts`. */
export type Place = {
  town: TownKey
  kind: SpaceKind
  name: string
  street: string
  postcode: string
  lat: number
  lng: number
  hours: string | null
  traits: Map<string, string>
  description: string
}

// town | kind | name | street | postcode | lat, lng | opening hours | traits | in a sentence
const TABLE = `
cannes | coworking | La Bulle Carnot | 41 boulevard des Agaves | 06400 | 43.5590, 7.0172 | Mo-Fr 08:30-19:00; Sa 09:00-13:00 | wifi, fee=18 €/jour, wheelchair=yes, seats=32, cool | Un plateau clair au premier étage, trois cabines pour téléphoner et un vrai percolateur.
cannes | coworking | L’Escale Forville | 7 rue du Petit Marché | 06400 | 43.5522, 7.0118 | Mo-Fr 09:00-18:30 | wifi, fee=15 €/jour, wheelchair=limited, seats=18 | À deux pas du marché : on travaille le matin, on déjeune dehors le midi.
cannes | coworking | Le Hangar de la Bocca | 118 avenue des Figuiers | 06150 | 43.5530, 6.9702 | Mo-Fr 08:00-20:00; Sa 09:00-17:00 | wifi, fee=12 €/jour, wheelchair=yes, seats=45, cool | Un ancien atelier nautique, haut de plafond, avec un coin établi et un grand parking à vélos.
cannes | cafe | Café Merle | 23 rue des Cigales | 06400 | 43.5534, 7.0192 | Mo-Sa 07:30-18:30 | wifi=customers, wheelchair=yes | Grandes tables au fond, des prises partout, et personne ne vous presse.
cannes | cafe | Au Grain Perché | 3 montée des Lices | 06400 | 43.5507, 7.0096 | Tu-Su 08:30-18:00 | wifi=customers, wheelchair=no | En haut du Suquet ; la montée se mérite, la terrasse aussi.
cannes | cafe | Comptoir Lérina | 60 rue des Pêcheurs d’Étoiles | 06400 | 43.5560, 7.0226 | Mo-Fr 08:00-19:00; Sa,Su 09:00-19:00 | wifi=customers | On y vient pour le café filtre, on y reste pour la table près de la fenêtre.
cannes | library | Médiathèque du Vallon | 15 allée des Mimosas | 06400 | 43.5574, 7.0133 | Tu-Sa 10:00-18:00; PH off | wifi, free, wheelchair=yes, seats=40, cool | Silence au premier, tables de travail au rez-de-chaussée, casiers gratuits.
cannes | third_place | La Remise | 9 impasse du Tilleul | 06400 | 43.5611, 7.0148 | Mo-Fr 09:00-19:00; Th 09:00-22:00 | wifi, free, wheelchair=limited, seats=25 | Tiers-lieu associatif : prix libre, cuisine partagée, potager dans la cour.
cannes | home_table | La table de Solange | 28 chemin des Oliviers | 06110 | 43.5765, 7.0190 | Tu,Th 09:00-16:00 | wifi, free, seats=4 | Quatre places dans une véranda au Cannet, un chat, et du thé à volonté.
grasse | coworking | Les Alambics | 14 rue des Parfumeurs | 06130 | 43.6586, 6.9231 | Mo-Fr 08:30-18:30 | wifi, fee=14 €/jour, wheelchair=limited, seats=20 | Sous les voûtes d’une ancienne parfumerie, frais l’été, chauffé l’hiver.
grasse | third_place | La Fabrique Jasmin | 2 place des Lavandières | 06130 | 43.6572, 6.9219 | Mo-Sa 09:00-18:00; We 09:00-21:00 | wifi, free, wheelchair=yes, seats=30 | Atelier, friperie, coin café : on s’installe où il reste de la place.
grasse | cafe | Le Petit Vétiver | 31 boulevard du Belvédère | 06130 | 43.6600, 6.9262 | Mo-Sa 07:00-18:00 | wifi=customers, wheelchair=no | Une vue jusqu’à la mer et des tartines sérieuses.
grasse | library | Bibliothèque des Micocouliers | 8 traverse Saint-Martin | 06130 | 43.6553, 6.9247 | Tu-Fr 10:00-18:00; Sa 10:00-17:00; PH off | wifi, free, wheelchair=yes, seats=28 | Six tables près des baies vitrées, imprimante en libre service.
grasse | home_table | Chez Ariane, sous le figuier | 105 chemin du Vieux Puits | 06130 | 43.6530, 6.9748 | Mo,We 09:30-16:30 | wifi, free, seats=5 | Une grande table de jardin à Plascassier. Prévenez la veille, apportez votre pull.
antibes | coworking | Le Bastingage | 19 avenue des Corsaires | 06600 | 43.5862, 7.1192 | Mo-Fr 08:30-19:30 | wifi, fee=19 €/jour, wheelchair=yes, seats=36, cool | Face à la gare ; idéal entre deux trains. Deux salles de réunion à l’heure.
antibes | coworking | Studio Cap Nord | 240 route des Serres | 06600 | 43.5882, 7.1048 | Mo-Fr 08:00-19:00 | wifi, fee=16 €/jour, wheelchair=yes, seats=24 | Des graphistes, deux développeuses, un menuisier : une petite bande qui déjeune ensemble.
antibes | cafe | Café du Safranier | 5 rue du Puits Neuf | 06600 | 43.5800, 7.1254 | Tu-Su 08:00-18:00 | wifi=customers, wheelchair=limited | Dans une ruelle sans voitures ; trois tables dedans, six dehors.
antibes | cafe | Marée Haute | 44 boulevard des Pins Parasols | 06160 | 43.5698, 7.1112 | Mo-Su 08:00-20:00 | wifi=customers, wheelchair=yes, cool | Cafe near Juan’s pine grove, quiet until eleven, good flat white.
antibes | third_place | L’Amarre | 12 rue des Voiliers | 06600 | 43.5823, 7.1229 | Mo-Fr 09:00-18:00; Fr 18:00-22:00 | wifi, free, wheelchair=yes, seats=22 | Tiers-lieu des Antibois sans bureau : café à un euro, repair-café le vendredi soir.
antibes | library | Médiathèque des Remparts | 27 avenue du Phare | 06600 | 43.5835, 7.1188 | Tu-Sa 10:00-19:00; PH off | wifi, free, wheelchair=yes, seats=60, cool | Vaste et lumineuse ; la salle du deuxième a une prise à chaque place.
antibes | home_table | La cuisine d’Inès | 8 allée des Capucines | 06600 | 43.5790, 7.1150 | We,Fr 10:00-16:00 | wifi, free, seats=3 | Trois places, une soupe à midi, et une règle : pas d’appel à table.
nice | coworking | La Ruche Libération | 52 rue des Artisans Joyeux | 06100 | 43.7104, 7.2612 | Mo-Fr 08:00-20:00; Sa 09:00-18:00 | wifi, fee=17 €/jour, wheelchair=yes, seats=48, cool | Le plus bavard de Nice : cuisine ouverte, afterwork le jeudi, calme le matin.
nice | coworking | Quai Lascaris | 11 quai des Gréements | 06300 | 43.7003, 7.2838 | Mo-Su 07:00-22:00 | wifi, fee=22 €/jour, wheelchair=yes, seats=40, cool | Au-dessus du port ; badge le soir et le week-end pour les habitués.
nice | coworking | L’Atelier des Musiciens | 33 rue de la Clarinette | 06000 | 43.7006, 7.2624 | Mo-Fr 09:00-18:30 | wifi, fee=16 €/jour, wheelchair=limited, seats=20 | Un appartement haussmannien, six pièces, du parquet qui grince un peu.
nice | coworking | Hub Arénas Sud | 6 promenade des Aviateurs | 06200 | 43.6684, 7.2134 | Mo-Fr 08:00-19:00 | wifi, fee=20 €/jour, wheelchair=yes, seats=60, cool | Next to the airport tram: drop your bag, take a booth, catch your flight.
nice | cafe | Café Paradoxe | 17 rue du Malonat Vert | 06300 | 43.6972, 7.2757 | Tu-Su 09:00-19:00 | wifi=customers, wheelchair=no | Vieux-Nice, murs épais, réseau solide. Ordinateurs bienvenus jusqu’à midi.
nice | cafe | Torréfaction Garibaldine | 4 rue des Bugadières | 06300 | 43.7020, 7.2803 | Mo-Sa 07:30-18:30 | wifi=customers, wheelchair=yes | Ça sent le café jusqu’au tram. Une longue table commune au milieu.
nice | cafe | The Slow Pour | 88 rue de la Buffa Haute | 06000 | 43.6984, 7.2571 | Mo-Fr 08:00-17:00; Sa,Su 09:00-17:00 | wifi=customers, wheelchair=yes, cool | English spoken, oat milk understood, laptops fine except weekend brunch.
nice | library | Bibliothèque du Ray | 21 boulevard des Jardiniers | 06100 | 43.7190, 7.2560 | Tu-Sa 10:00-18:00; PH off | wifi, free, wheelchair=yes, seats=36 | Salle d’étude au calme, cafétéria au sous-sol, jardin pour les appels.
nice | library | Médiathèque Riquier-Est | 70 rue des Meuniers | 06300 | 43.7060, 7.2880 | Tu-Fr 11:00-19:00; Sa 10:00-18:00; PH off | wifi, free, wheelchair=yes, seats=30, cool | On y voit toujours les mêmes têtes le mardi : c’est bon signe.
nice | third_place | Les Abattoirs Doux | 3 quai du Paillon Neuf | 06300 | 43.7122, 7.2908 | Mo-Sa 10:00-20:00 | wifi, free, wheelchair=yes, seats=50 | Grande halle, cantine solidaire, ateliers d’artistes au fond.
nice | third_place | La Guinguette Numérique | 39 avenue des Romarins | 06000 | 43.7060, 7.2672 | Mo-Fr 09:00-19:00 | wifi, free, wheelchair=limited, seats=24 | Un café, des ordinateurs réparés, des gens qui s’entraident.
nice | home_table | Le salon de Cimiez | 14 avenue des Arènes Douces | 06000 | 43.7190, 7.2755 | Mo,Th 09:00-17:00 | wifi, free, seats=6 | Une table de douze pieds et un piano que l’on peut regarder mais pas jouer avant 17 h.
sophia | coworking | Le Bosquet | 1200 route des Chênes Verts | 06560 | 43.6234, 7.0522 | Mo-Fr 08:00-19:30 | wifi, fee=21 €/jour, wheelchair=yes, seats=55, cool | Au milieu des pins : bornes de recharge, sentier pour marcher en téléphonant.
sophia | coworking | Parallèle 43 | 455 rue des Algorithmes | 06410 | 43.6132, 7.0571 | Mo-Fr 08:30-19:00 | wifi, fee=19 €/jour, wheelchair=yes, seats=40, cool | Beaucoup d’ingénieurs en mission qui cherchent avec qui déjeuner le jeudi.
sophia | coworking | Le Nid de Garbejaïre | 8 place des Genêts | 06560 | 43.6226, 7.0409 | Mo-Fr 09:00-18:00 | wifi, fee=13 €/jour, wheelchair=yes, seats=16 | Petit, abordable, à trente mètres du bus. On connaît votre prénom au deuxième café.
sophia | cafe | Café des Templiers Sud | 22 rue du Vallon Bleu | 06410 | 43.6165, 7.0530 | Mo-Fr 07:30-16:00 | wifi=customers, wheelchair=yes, cool | Plein à midi, parfait à 9 h. Fermé le week-end, comme la technopole.
sophia | cafe | La Placette | 6 rue des Arcades | 06560 | 43.6416, 7.0094 | Tu-Su 08:00-18:30 | wifi=customers, wheelchair=limited | Sur la place aux ormes de Valbonne village, sous les arcades.
sophia | third_place | La Bergerie | 310 chemin des Restanques | 06410 | 43.6285, 7.0962 | Mo-Fr 09:00-18:00; Sa 10:00-14:00 | wifi, free, wheelchair=no, seats=18 | Entre Biot et la forêt : établi, four à pain et fibre optique.
sophia | home_table | La terrasse de Marcus | 17 avenue des Cistes | 06250 | 43.6006, 6.9958 | Tu,Fr 09:00-15:00 | wifi, free, seats=4 | Four seats on a shaded terrace in Mougins. Host works too, so mornings are quiet.
toulon | coworking | Le Radeau | 16 rue des Gabiers | 83000 | 43.1223, 5.9330 | Mo-Fr 08:30-19:00 | wifi, fee=14 €/jour, wheelchair=yes, seats=30, cool | Rue piétonne, façade peinte, et la seule machine à expresso du quartier qui chante.
toulon | coworking | Docks Mayol Nord | 51 avenue des Charpentiers | 83000 | 43.1245, 5.9480 | Mo-Fr 08:00-20:00; Sa 09:00-13:00 | wifi, fee=16 €/jour, wheelchair=yes, seats=42 | Des indépendants de la mer et du logiciel, un studio photo à l’heure.
toulon | cafe | Café Rade | 9 place du Figuier Blanc | 83000 | 43.1244, 5.9300 | Mo-Sa 07:00-19:00 | wifi=customers, wheelchair=yes | Une table de huit réservée aux travailleurs solitaires, qui du coup ne le sont plus.
toulon | cafe | Le Mistral Gagne | 30 rue des Tamaris | 83000 | 43.1098, 5.9368 | Tu-Su 08:00-18:00 | wifi=customers | Au Mourillon, à cinq minutes du bain de midi.
toulon | library | Médiathèque de la Loubière | 25 boulevard des Platanes | 83000 | 43.1262, 5.9395 | Tu-Sa 10:00-18:30; PH off | wifi, free, wheelchair=yes, seats=44, cool | Deux salles de groupe gratuites, à réserver le matin même.
toulon | third_place | La Criée Libre | 2 quai des Ravaudeuses | 83500 | 43.1025, 5.8790 | We-Su 10:00-19:00 | wifi, free, wheelchair=yes, seats=35 | À La Seyne : atelier vélo, radio locale, tables au soleil.
paris | coworking | Sentier Battu | 13 passage des Drapiers | 75002 | 48.8681, 2.3471 | Mo-Fr 08:00-21:00; Sa 10:00-18:00 | wifi, fee=25 €/jour, wheelchair=limited, seats=64, cool | Trois étages, un monte-charge d’époque et des gens qui disent bonjour.
paris | coworking | Le Faubourg | 84 cour des Ébénistes | 75011 | 48.8531, 2.3716 | Mo-Fr 09:00-19:00 | wifi, fee=22 €/jour, wheelchair=yes, seats=38 | Au fond d’une cour pavée de la Bastille ; lierre dehors, silence dedans.
paris | coworking | Ourcq & Compagnie | 7 quai des Mariniers | 75019 | 48.8886, 2.3829 | Mo-Su 08:00-22:00 | wifi, fee=20 €/jour, wheelchair=yes, seats=50, cool | Vue sur le canal, ouvert tard, pétanque le vendredi.
paris | coworking | La Verrière Batignolles | 29 rue des Peintres | 75017 | 48.8869, 2.3181 | Mo-Fr 08:30-19:30 | wifi, fee=24 €/jour, wheelchair=yes, seats=34 | Un ancien atelier de peintre : lumière du nord, plantes, poêle.
paris | cafe | Café Ménage | 112 rue des Trois Moineaux | 75011 | 48.8656, 2.3779 | Mo-Fr 08:00-18:00; Sa,Su 10:00-18:00 | wifi=customers, wheelchair=yes | Travailleurs en semaine, poussettes le dimanche.
paris | cafe | Dix Grammes | 18 rue du Pont Tournant | 75010 | 48.8719, 2.3642 | Mo-Su 08:30-18:30 | wifi=customers, wheelchair=limited | Micro-torréfacteur près du canal, bar en zinc, sept prises.
paris | cafe | Left Bank Beans | 5 rue des Quatre Tilleuls | 75014 | 48.8421, 2.3217 | Mo-Fr 07:30-17:30; Sa 09:00-17:00 | wifi=customers, wheelchair=yes, cool | A long table, strong coffee, and regulars who switch languages mid-sentence.
paris | cafe | La Butte aux Tasses | 10 rue de la Caille Blanche | 75013 | 48.8276, 2.3506 | Tu-Su 09:00-19:00 | wifi=customers, wheelchair=no | Une île de village dans le treizième ; le patron joue aux échecs.
paris | library | Bibliothèque des Passerelles | 3 esplanade des Tours | 75013 | 48.8301, 2.3764 | Tu-Su 10:00-20:00; PH off | wifi, free, wheelchair=yes, seats=120, cool | Immense et calme. Venez tôt pour les places près des fenêtres.
paris | library | Médiathèque Pigalle-Sud | 26 rue de la Lanterne | 75009 | 48.8814, 2.3374 | Tu-Sa 10:00-19:00; PH off | wifi, free, wheelchair=yes, seats=40 | Un étage entier pour travailler, et une terrasse que peu connaissent.
paris | third_place | Le Grand Feu | 61 rue des Tonneliers | 75020 | 48.8708, 2.3826 | Mo-Sa 10:00-22:00 | wifi, free, wheelchair=yes, seats=45 | Tiers-lieu de Belleville : cantine, ateliers, chorale le mardi.
paris | third_place | Halle Papier | 14 rue de l’Encre | 93100 | 48.8611, 2.4434 | Tu-Su 09:30-20:00 | wifi, free, wheelchair=limited, seats=55 | À Montreuil, dans une imprimerie : risographie, bureaux à prix libre.
paris | home_table | La table ronde de Gare de Lyon | 9 rue du Cheminot | 75012 | 48.8456, 2.3746 | Mo,Tu,Th 09:30-17:00 | wifi, free, seats=6 | Un salon, six chaises, et l’hôtesse relit volontiers un devis avec vous.
paris | home_table | L’atelier du Marais doux | 3 rue des Cordeliers Blancs | 75003 | 48.8591, 2.3602 | Fr 09:00-18:00 | wifi, free, wheelchair=no, seats=4 | Chez un relieur : ça sent la colle et le café. Le vendredi seulement.
`

export const PLACES: Place[] = TABLE.trim().split('\n').map(placeOf)

function placeOf(line: string): Place {
  const [
    town = '',
    kind = '',
    name = '',
    street = '',
    postcode = '',
    at = '',
    hours = '',
    traits = '',
    description = '',
  ] = line.split(' | ')
  const [lat = Number.NaN, lng = Number.NaN] = at.split(', ').map(Number)
  return {
    town: known(TOWN_KEYS, town),
    kind: known(SPACE_KINDS, kind),
    name,
    street,
    postcode,
    lat,
    lng,
    hours,
    traits: new Map(traits.split(', ').map((trait) => trait.split('=') as [string, string])),
    description,
  }
}

function known<T extends string>(words: readonly T[], word: string): T {
  const found = words.find((candidate) => candidate === word)
  if (!found) throw new RangeError(`"${word}" is none of ${words.join(', ')}`)
  return found
}
