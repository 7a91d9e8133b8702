'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { decoder } from './decoder'

type Props = {
  open: boolean
  onClose: () => void
  /** A code was read; the same one is told once while it stays in view. */
  onCode: (text: string) => void
  /** What came of the last one. */
  said: string
}

/** Milliseconds between two looks at the picture. */
const LOOK = 150

/** Looks for guests' codes through the camera until it is closed. */
export function Scanner({ open, onClose, onCode, said }: Props) {
  const t = useTranslations('checkin')
  const video = useRef<HTMLVideoElement>(null)
  const [blocked, setBlocked] = useState(false)
  const told = useRef(onCode)
  told.current = onCode
  useEffect(() => {
    if (!open) return
    const stop = new AbortController()
    setBlocked(false)
    watch(video.current, stop.signal, (text) => told.current(text)).catch(() => {
      if (!stop.signal.aborted) setBlocked(true)
    })
    return () => stop.abort()
  }, [open])
  return (
    <Dialog open={open} onClose={onClose} title={t('scan')}>
      {blocked ? (
        <Notice tone="danger">{t('noCamera')}</Notice>
      ) : (
        <>
          <p className="text-muted">{t('scanText')}</p>
          <video
            ref={video}
            muted
            playsInline
            aria-label={t('camera')}
            className="aspect-square w-full rounded-card bg-sunken object-cover"
          />
        </>
      )}
      <p role="status" className="min-h-7 text-center font-semibold text-lg">
        {said}
      </p>
    </Dialog>
  )
}

/** Rejects when there is no camera, or nobody lets us use it. */
async function watch(
  video: HTMLVideoElement | null,
  signal: AbortSignal,
  tell: (text: string) => void,
): Promise<void> {
  if (!video) return
  const [decode, stream] = await Promise.all([
    decoder(),
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }),
  ])
  const end = () => {
    for (const track of stream.getTracks()) track.stop()
  }
  if (signal.aborted) return end()
  signal.addEventListener('abort', end, { once: true })
  video.srcObject = stream
  await video.play()
  let last: string | null = null
  const look = async () => {
    if (signal.aborted) return
    const text = await decode(video).catch(() => null)
    if (text && text !== last) tell(text)
    last = text ?? last
    setTimeout(look, LOOK)
  }
  await look()
}
