import { fold } from '@/lib/towns/rules'

/** "à Cannes", "au Mans", "aux Sables-d’Olonne"; "in Cannes": French melts the article of a name into the preposition. */
export function inTown(name: string, locale: 'fr' | 'en'): string {
  if (locale === 'en') return `in ${name}`
  if (name.startsWith('Le ')) return `au ${name.slice(3)}`
  if (name.startsWith('Les ')) return `aux ${name.slice(4)}`
  return `à ${name}`
}

/** "de Cannes", "d’Antibes", "du Mans", "des Sables-d’Olonne": what follows "près" and "autour". English has the name alone. */
export function ofTown(name: string, locale: 'fr' | 'en'): string {
  if (locale === 'en') return name
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`
  // Of names with an h, only those like Hyères are sure to be read without it.
  return /^([aeiouœæ]|hy)/.test(fold(name)) ? `d’${name}` : `de ${name}`
}
