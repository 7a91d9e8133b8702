import type { ComponentProps, ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import type { SpaceField } from '@/lib/spaces/edits/schema'

/** What the fields of a space begin with, and what is wrong with them. */
export interface Filled {
  values: Partial<Record<string, string | string[]>>
  errors: Record<string, string>
}

/** One value of a field, empty where there is none. */
export const textOf = ({ values }: Filled, name: SpaceField): string =>
  [values[name] ?? ''].flat().at(-1) ?? ''

/** All values of a field. */
export const listOf = ({ values }: Filled, name: SpaceField): string[] => [values[name] ?? []].flat()

type Props = Omit<ComponentProps<typeof TextInput>, 'name'> & {
  name: SpaceField
  label: ReactNode
  hint?: ReactNode
  filled: Filled
}

/** A line of text about a space. */
export function EditField({ name, label, hint, filled, ...rest }: Props) {
  return (
    <Field id={`space-${name}`} label={label} hint={hint} error={filled.errors[name]}>
      {(ids) => (
        <TextInput {...ids} {...rest} name={name} autoComplete="off" defaultValue={textOf(filled, name)} />
      )}
    </Field>
  )
}
