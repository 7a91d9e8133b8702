/** Words that tie others together and name nothing. */
export const LINKING =
  'a au aux the and at by for of in on et de des du d en l la le les sous sur un une chez pour par nos vos'

/** Legal forms and the like: they come and go with the source. */
export const LEGAL =
  'societe sarl sas sasu sa sci scm scop scic eurl ltd llp plc inc gmbh asso assoc association company co cie'

/** Adjectives and nouns that half of all names hold: alone they say what a place is, not which. */
export const FILLER =
  'municipal municipale communal communale intercommunal intercommunale departemental departementale rural rurale public publique publics ' +
  'ville commune quartier espace lieu lieux local locaux antenne agence bureau site pole maison centre relais accueil point salle batiment ' +
  'restaurant takeaway shop bar house room place space spaces studio studios hub office offices store service services'

/** Several words that are one, longest first: what an abbreviation stands for, or another name of the same institution. */
export const PHRASES: [RegExp, string][] = [
  [/\b(centre|center) (inter)?communal d action sociale?\b|\bc ?c ?a ?s\b|\bc ?i ?a ?s\b/g, 'ccas'],
  [
    /\bmaisons? (de |des )?services? (au |aux )?publics?\b|\bmsap\b|\befs\b|\bfrance services?\b/g,
    'franceservices',
  ],
  [/\bpoints? (de )?mediation numerique\b|\bpmn\b/g, 'pmn'],
  [
    /\bespaces? publics? numeriques?\b|\bepn\b|\bcyber ?(base|case|espace|centre)s?\b|\bespaces? (de )?(pratiques? )?numeriques?\b/g,
    'epn',
  ],
  [
    /\b(points?|bureaux?) (d )?informations? jeunes(se)?\b|\binfos? jeunes\b|\bpoint info jeunes\b|\bprij\b|\bpij\b|\bbij\b/g,
    'infojeunes',
  ],
  [/\bmissions? (locale|intercommunale)s?\b/g, 'missionlocale'],
  [/\bpole emploi\b|\bfrance travail\b/g, 'poleemploi'],
  [/\bmaisons? (departementales? )?(de la |des )?solidarites?( departementale)?\b|\bmds\b/g, 'solidarites'],
  [/\bconseill(er|ere) numerique\b/g, 'conseillernumerique'],
  [/\bmaisons? des jeunes et de la culture\b|\bmjc\b/g, 'mjc'],
  [/\bcentres? (socio ?culturels?|sociaux|social)\b|\bcsc\b/g, 'centresocial'],
  [/\b(bureau|agence) (de )?(la )?post(e|ale)\b|\bla poste\b/g, 'laposte'],
  [/\bgroupe scolaire\b|\bgs\b/g, 'scolaire'],
  [/\bhotel de ville\b/g, 'mairie'],
  [/\bauto ecole\b/g, 'autoecole'],
  [/\bco ?work(ing|s)?\b/g, 'coworking'],
  [/\bfab ?lab\b/g, 'fablab'],
]

/** Words of one institution: two names of different ones are different places, even under one roof. Brands are not here. */
export const INSTITUTIONS: string[] = [
  'mediatheque mediatheques bibliotheque bibliotheques library libraries',
  ...['ludotheque', 'mairie', 'ccas', 'solidarites', 'franceservices', 'conseillernumerique', 'fablab'],
  ...['epn', 'pmn', 'infojeunes', 'jeunesse', 'missionlocale', 'poleemploi', 'emploi', 'centresocial', 'mjc'],
  ...['laposte', 'lycee', 'college', 'iut', 'universite', 'ecole', 'coworking', 'autoecole'],
  'scolaire school',
  ...['pharmacie', 'clinique', 'laboratoire', 'cabinet', 'gymnase', 'stade', 'boulodrome', 'complexe'],
  'creche garderie nursery',
  'coiffure coiffeur',
  'boulangerie patisserie',
  ...['boucherie', 'tabac', 'foyer', 'residence', 'appartement'],
  'cafe cafes coffee',
]

/** A part of a larger whole. One name has it and the other has not, or has another: a wing, a hall, a branch. */
export const PARTS =
  'nord sud est ouest north south east west annexe annex extension extention vestiaires vestiaire maternelle elementaire ' +
  'gymnase tennis serres internat demi pension enseignement secretariat children childrens music reference kiosk kitchen ' +
  'residence bat batiment amphi salle platform acces'
