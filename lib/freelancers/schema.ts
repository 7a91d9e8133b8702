import { z } from 'zod'
import { nameSchema } from '@/lib/accounts/schema'
import { manyLines, oneLine } from '@/lib/text/schema'

/** ISO 639-1 codes in use (the Library of Congress list, without the withdrawn ones). */
const LANGUAGES = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu ' +
    'fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km ' +
    'kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om ' +
    'or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ' +
    'ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
)

/** The languages offered in forms; any other of ISO 639-1 is accepted and kept. */
export const COMMON_LANGUAGES = [
  'fr',
  'en',
  'it',
  'es',
  'de',
  'pt',
  'nl',
  'ar',
  'pl',
  'ro',
  'ru',
  'uk',
  'sv',
  'da',
  'tr',
  'zh',
  'ja',
] as const

/** ISO 639-1 language code. */
export const languageSchema = z
  .string('language_required')
  .max(2, 'language_required')
  .refine((code) => LANGUAGES.has(code), 'language_required')

export const VISIBILITIES = ['hidden', 'members'] as const

export type Visibility = (typeof VISIBILITIES)[number]

const interests = oneLine(600, 'interests_long')
  .transform((text) => [
    ...new Set(
      text
        .split(/[,;]/)
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  ])
  .pipe(z.array(z.string().max(40, 'interest_long')).max(10, 'interests_many'))

/** Where somebody lives, as they say it: a town, or the cell that their browser found them in. */
export const homeSchema = z.object({
  /** Town or postcode of the home area; unchanged keeps it, empty removes it. */
  area: oneLine(100, 'area_unknown').default(''),
  /** "Near me": the cell the browser snapped its position to. Snapped again on arrival. */
  cell: z
    .string()
    .max(50)
    .regex(/^-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?$/)
    .transform((text) => {
      const [lat = 0, lng = 0] = text.split(',').map(Number)
      return { lat, lng }
    })
    .pipe(z.object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) }))
    .nullable()
    .catch(null)
    .default(null),
})

export type HomeInput = z.output<typeof homeSchema>

/** What a person says of themselves. All values are strings, as a form sends them. */
export const profileSchema = z.object({
  name: nameSchema,
  trade: oneLine(60, 'trade_long').default(''),
  bio: manyLines(280, 'bio_long').default(''),
  /** Typed as a list with commas. */
  interests: interests.default([]),
  languages: z.array(languageSchema).max(20, 'languages_many').default([]),
  ...homeSchema.shape,
  visibility: z.enum(VISIBILITIES, 'visibility_required'),
  /** The language we write to them in. */
  locale: z.enum(['fr', 'en'], 'language_required'),
})

export type ProfileInput = z.output<typeof profileSchema>

/** Erasing takes the word typed by hand, the same in every language: the address of the account. */
export const eraseSchema = z.object({ email: z.string().trim().toLowerCase().max(254, 'erase_email') })
