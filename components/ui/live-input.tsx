'use client'

import { type ComponentProps, useRef } from 'react'
import { TextInput } from './text-input'
import { useEarlyText } from './use-early-text'

type Props = Omit<ComponentProps<typeof TextInput>, 'ref' | 'onChange' | 'defaultValue'> & {
  value: string
  onText: (text: string) => void
}

/** A text input whose text something else on the page follows. */
export function LiveInput({ onText, ...rest }: Props) {
  const input = useRef<HTMLInputElement>(null)
  useEarlyText(input, onText)
  return <TextInput ref={input} {...rest} onChange={(event) => onText(event.target.value)} />
}
