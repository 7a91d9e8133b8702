import { ConfirmForm } from '@/components/host/confirm-form'
import { ButtonForm } from '@/components/ui/button-form'
import type { FormAction } from '@/components/ui/use-form-action'

/** A pause, or an end. */
export function WayOut({
  pause,
  leave,
  labels,
}: {
  /** Null while it is paused already. */
  pause: FormAction | null
  leave: FormAction
  labels: Record<'pause' | 'leave' | 'question' | 'text' | 'confirm' | 'pending', string>
}) {
  return (
    <div className="mt-6 -ml-3 flex flex-wrap items-center gap-x-2">
      {pause && (
        <ButtonForm
          action={pause}
          fields={{}}
          variant="plain"
          label={labels.pause}
          pending={labels.pending}
        />
      )}
      <ConfirmForm
        danger
        action={leave}
        fields={{}}
        label={labels.leave}
        question={labels.question}
        text={labels.text}
        confirm={labels.confirm}
        pending={labels.pending}
      />
    </div>
  )
}
