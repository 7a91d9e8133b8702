import { Icon } from './icon'

/** What is wrong with one field and how to mend it, in words. */
export function FieldError({ id, error }: { id: string; error?: string }) {
  if (!error) return null
  return (
    <p id={id} className="flex items-start gap-1.5 text-danger text-sm">
      <Icon name="warning" className="mt-0.5 size-4" />
      {error}
    </p>
  )
}
