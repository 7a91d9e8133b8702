import { slugify } from '@/lib/slug'

/** Names of other pages of a group. */
const TAKEN = ['edit', 'members']

/** A group's page ends in its name, kept apart from the names of its other pages. */
export function groupPath({ id, name }: { id: string; name: string }): string {
  const slug = slugify(name)
  return `/groups/${id}/${TAKEN.includes(slug) ? `group-${slug}` : slug}`
}
