'use client'

import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from './button'

/** Says that it is working, and takes no second tap meanwhile. It keeps the focus, so it is not disabled. */
export function SubmitButton({
  children,
  pending,
  ...rest
}: ComponentProps<typeof Button> & { pending: string }) {
  const status = useFormStatus()
  return (
    <Button
      type="submit"
      aria-disabled={status.pending}
      onClick={(event) => {
        if (status.pending) event.preventDefault()
      }}
      {...rest}
    >
      {status.pending ? pending : children}
    </Button>
  )
}
