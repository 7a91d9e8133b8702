'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Icon } from './icon'

type Props = { open: boolean; title: ReactNode; onClose: () => void; children: ReactNode }

/** A question over the page: the browser's own dialog keeps the focus inside, closes on Escape and gives it back. */
export function Dialog({ open, title, onClose, children }: Props) {
  const t = useTranslations('ui')
  const self = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = self.current
    if (open && !dialog?.open) dialog?.showModal()
    if (!open && dialog?.open) dialog.close()
  }, [open])
  return (
    <dialog
      ref={self}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
      onKeyDown={(event) => event.stopPropagation()}
      className="m-auto mb-0 w-full max-w-lg rounded-t-3xl bg-paper p-0 text-ink shadow-lift backdrop:bg-black/50 sm:mb-auto sm:rounded-3xl"
    >
      <div className="flex flex-col gap-4 p-5">
        <div className="flex items-start justify-between gap-3">
          <h2 id={titleId} className="text-xl">
            {title}
          </h2>
          <button
            type="button"
            onClick={onClose}
            aria-label={t('close')}
            className="-mt-2 -mr-2 grid size-11 place-items-center rounded-full hover:bg-sunken"
          >
            <Icon name="close" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
