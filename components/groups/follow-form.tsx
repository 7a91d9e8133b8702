'use client'

import { FormMessage } from '@/components/ui/form-message'
import { Icon } from '@/components/ui/icon'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

/** One tap to hear of a group, one to hear of it no longer. */
export function FollowForm({
  groupId,
  follows,
  action,
  labels,
}: {
  groupId: string
  follows: boolean
  action: FormAction
  labels: { button: string; pending: string }
}) {
  const { state, submit } = useFormAction(action)
  return (
    <form action={submit} className="flex flex-col gap-3">
      <FormMessage state={state} />
      <input type="hidden" name="groupId" value={groupId} />
      <SubmitButton
        variant={follows ? undefined : 'primary'}
        className={follows ? '' : 'w-full text-lg'}
        pending={labels.pending}
      >
        <Icon name={follows ? 'close' : 'bell'} />
        {labels.button}
      </SubmitButton>
    </form>
  )
}
