/**
 * How people are supposed to behave: every number of the simulation, and its reason in a line. They are assumptions,
 * chosen to be modest and the same in every arm; none was measured on anybody. Whoever doubts one changes it here and
 * runs the bench again. Chances are from 0 to 1.
 */

export const SIZE = {
  /** What the issue asks for. */
  people: 2000,
  /** Six months. */
  weeks: 26,
  /** Medians over an odd number of worlds. */
  seeds: [1, 2, 3, 4, 5],
}

export const POPULATION = {
  /** "I am rather shy": about one in three says so. */
  shy: 0.35,
  /** Agree to be seen by name, as the demo has it: the profile asks, and is quick to change. */
  seen: 0.6,
  /** How often they open the app in a week, and how many of them: few are keen, most forget it. */
  opens: [
    { share: 0.15, aWeek: 2 },
    { share: 0.35, aWeek: 0.7 },
    { share: 0.5, aWeek: 0.15 },
  ],
  /** How far they would go, km: on foot, by bus, by car. */
  reach: [
    { share: 0.4, km: 5 },
    { share: 0.4, km: 10 },
    { share: 0.2, km: 20 },
  ],
  /** A half-day of the working week on which one could get away at all: clients come first. */
  freeWorking: 0.4,
  /** The same at a weekend: families come first. */
  freeWeekend: 0.15,
  /** Speak only English, only French, or both: a border, a technology park, and the sea. */
  languages: [
    { share: 0.07, speaks: ['en'] },
    { share: 0.68, speaks: ['fr'] },
    { share: 0.25, speaks: ['fr', 'en'] },
  ],
  /** Trades and interests to differ by and to share, as many as the demo has. */
  trades: 20,
  interests: 24,
  /** Prefer three at a table to two: less to say oneself. */
  trio: 0.4,
  /** Came within three months before it begins. */
  newcomers: 0.1,
}

export const HOSTING = {
  /** Host at all: about one in fifty, as in groups that meet. */
  hosts: 0.02,
  /** How often they do: some every week, most once a month. */
  everyWeeks: [
    { share: 0.25, weeks: 1 },
    { share: 0.25, weeks: 2 },
    { share: 0.5, weeks: 4 },
  ],
  /** Seats, the host's among them: a table, a corner, a bar. */
  seats: [
    { share: 0.3, seats: 8 },
    { share: 0.5, seats: 14 },
    { share: 0.2, seats: 30 },
  ],
  /** When: midweek mornings and evenings, and some Saturdays. Half-days from Monday morning (0). */
  halfDays: [2, 3, 4, 5, 6, 7, 10],
  /** From the host's home, km: the nearest café that will have them. */
  spread: 1.5,
}

export const GOING = {
  /** Outings in the list that one looks at: a screen and a half. */
  looksAt: 6,
  /**
   * Says yes to one of them, next door, among strangers, not for the first time. Chosen so that an event without these
   * features is about six people: those that fewer come to are not held for long.
   */
  yes: 0.25,
  /** The way that halves it, km. */
  halfAtKm: 5,
  /** A shy person, by the number of people who would be there: up to eight, up to fourteen, more. */
  shyBySize: [
    { upTo: 8, times: 0.7 },
    { upTo: 14, times: 0.4 },
    { upTo: Number.POSITIVE_INFINITY, times: 0.2 },
  ],
  /** Somebody one met before is in the list of names. */
  knowsSomebody: 2.5,
  /** Never came anywhere through the app yet: the door is heaviest the first time. */
  firstTime: 0.6,
  /** Had a seat and stays at home: usual where nothing is paid. */
  noShow: 0.15,
}

export const MESSAGES = {
  /** What each seat brings by the app's own defaults: it is confirmed, and called to mind the day before. */
  aSeat: 2,
  /** Thanks the morning after, to those who came. */
  thanks: 1,
}

export const COFFEES = {
  /** Take part, some time in the first two months: those who would rather meet one than ten. */
  members: 0.3,
  joinWithinWeeks: 8,
  /** Says nothing to a proposal: mail is forgotten. */
  silent: 0.35,
  /** Says no, of those who answer: a busy week, a name that says nothing. */
  no: 0.3,
  /** "Not with them": rare, and for good. */
  never: 0.01,
  /** Does not turn up: fewer than at events, somebody would sit there alone. */
  noShow: 0.07,
  /** Comes back in a given week after a pause. */
  resumes: 0.1,
  /** Mails of a coffee: the proposal to each; then to those who meet, that it is agreed, and a reminder. */
  proposal: 1,
  agreed: 2,
}

export const WISHES = {
  /** Drops one, of those who opened the app and found nothing within reach that they could come to. */
  nothingNear: 0.25,
  /** The same of those who found something and went to none of it. */
  nothingRight: 0.02,
  /** Says yes to being the face of it; somebody shy, half as often. */
  face: 0.3,
  /** Faces that are asked before the week is over: two days of silence each. */
  asked: 3,
  /** Comes to what they wished for: they said so, and it is on a half-day they named. */
  comes: 0.55,
  /** Seats of such a coffee. */
  seats: 8,
}

export const SEE_AGAIN = {
  /** Says "glad to meet again" of somebody who was there: it is private, and one tap. */
  glad: 0.25,
  /** People remembered well enough to be asked about: five of a larger crowd. */
  remembers: 5,
  /** One's own person goes there: stronger than a face known by sight. */
  tie: 4,
  /** Says yes to the suggestion of an outing with them; both must. */
  suggested: 0.3,
  /** The mail that says it is mutual, to each. */
  told: 1,
}

export const GENTLE = {
  /** Hosts who say all three: a quiet place, leave whenever you like, no round of introductions. It is gentle if small. */
  labels: 0.6,
  /** Hosts who name a greeter: it costs them a line. */
  greeters: 0.4,
  /** A shy person's yes to an event with the label. */
  label: 1.5,
  /** A first-timer's yes where a greeter is named: some of the weight of the door, not all. */
  greeter: 1.3,
}

export const PRESENCE = {
  /** Say where they work, some time: those who work in cafés anyway, and do not mind company. */
  members: 0.2,
  /** Works at a place on a given half-day on which they can get away, and says so. */
  says: 0.15,
  /** Places that one goes to in turn: the nearest ones. */
  places: 3,
  /** Looks at whom there is to sit with, of those who open the app on that day or the evening before: places come first. */
  looksAt: 4,
  /** Joins a stranger who works there, next door; one's own work comes along, so that it costs little. */
  joins: 0.04,
  /** The same when it is somebody whom one has met. */
  knowsSomebody: 4,
  /** Changes their plans after all: a half-day's work is not moved lightly. */
  noShow: 0.1,
}

export const RHYTHM = {
  /** Choose a rhythm, some time in the first two months: it is asked on the page of one's outings. */
  members: 0.3,
  joinWithinWeeks: 8,
  /** Which: more than monthly is ambitious for somebody who is out twice a year. */
  paces: [
    { share: 0.3, pace: 'weekly' },
    { share: 0.45, pace: 'fortnightly' },
    { share: 0.25, pace: 'monthly' },
  ],
  /** Reads the letter: it is rare, and of three lines. */
  reads: 0.5,
  /** A yes to what it names, where reasons are said and nothing needs to be looked for. */
  suggested: 1.5,
  /** Outings that cost nothing: most are a coffee that each pays. */
  free: 0.7,
} as const
