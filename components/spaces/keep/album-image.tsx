'use client'

import Image from 'next/image'
import { useState } from 'react'
import { Notice } from '@/components/ui/notice'

/** A picture as visitors see it, or that it does not come any more. */
export function AlbumImage({ src, alt, lost }: { src: string; alt: string; lost: string }) {
  const [failed, setFailed] = useState(false)
  if (failed) return <Notice>{lost}</Notice>
  return (
    <Image
      src={src}
      alt={alt}
      width={576}
      height={320}
      unoptimized
      // Next hides the words of a picture by a style of the page, which its policy refuses: none.
      style={{ color: undefined }}
      onError={() => setFailed(true)}
      className="h-52 w-full bg-sunken object-cover"
    />
  )
}
