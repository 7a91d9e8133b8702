import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Hands over what was typed into a controlled input before the page's code was there: React leaves it in the input until
 * the next change of anything, and says nothing of it.
 */
export function useEarlyText(input: RefObject<HTMLInputElement | null>, onText: (text: string) => void) {
  const hand = useRef(onText)
  useLayoutEffect(() => {
    if (input.current && input.current.value !== input.current.defaultValue) hand.current(input.current.value)
  }, [input])
}
