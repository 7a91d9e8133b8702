import { slugify } from '@/lib/slug'

/** A group's page ends in its name; "edit" is the name of another page. */
export function groupPath({ id, name }: { id: string; name: string }): string {
  const slug = slugify(name)
  return `/groups/${id}/${slug === 'edit' ? 'group-edit' : slug}`
}
