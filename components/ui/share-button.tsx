'use client'

import { type MouseEvent, useState } from 'react'
import { buttonClass } from './button'
import { Icon } from './icon'

type Props = {
  /** Absolute. */
  url: string
  title: string
  labels: { share: string; copied: string }
}

/** Hands a link to the phone's own share sheet, else to the clipboard; without JavaScript it is a link to a mail. */
export function ShareButton({ url, title, labels }: Props) {
  const [copied, setCopied] = useState(false)

  async function share(event: MouseEvent) {
    if (!navigator.share && !navigator.clipboard) return
    event.preventDefault()
    try {
      if (navigator.share) await navigator.share({ title, url })
      else {
        await navigator.clipboard.writeText(url)
        setCopied(true)
      }
    } catch (error) {
      // Closing the sheet is an answer; a refused clipboard leaves the mail.
      if (error instanceof DOMException && error.name === 'AbortError') return
      location.href = mail
    }
  }

  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(url)}`
  return (
    <a href={mail} onClick={share} className={buttonClass('quiet')}>
      <Icon name={copied ? 'check' : 'share'} />
      <span aria-live="polite">{copied ? labels.copied : labels.share}</span>
    </a>
  )
}
