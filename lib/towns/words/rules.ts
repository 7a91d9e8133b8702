/** "à Cannes", "au Mans", "aux Sables-d’Olonne"; "in Cannes": French melts the article of a name into the preposition. */
export function inTown(name: string, locale: 'fr' | 'en'): string {
  if (locale === 'en') return `in ${name}`
  if (name.startsWith('Le ')) return `au ${name.slice(3)}`
  if (name.startsWith('Les ')) return `aux ${name.slice(4)}`
  return `à ${name}`
}
