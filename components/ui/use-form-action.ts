import { useActionState, useState } from 'react'
import type { FormState } from '@/lib/action'

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>

const idle: FormState<never> = { status: 'idle', values: {}, errors: {} }

/** A form's state and its action; works before the page's code has loaded, too. */
export function useFormAction(action: FormAction) {
  const [state, submit] = useActionState<FormState, FormData>(action, idle)
  // The browser's form is reset after it was sent: fields under a new key begin with what was typed.
  const [shown, setShown] = useState({ state, round: 0 })
  if (state !== shown.state) setShown({ state, round: shown.round + 1 })
  const typed = (name: string) => {
    const value = state.values[name]
    return typeof value === 'string' ? value : undefined
  }
  return { state, submit, typed, round: shown.round }
}
