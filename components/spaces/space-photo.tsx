'use client'

import Image from 'next/image'
import { useState } from 'react'

/** One picture of a place. One that does not come leaves no trace; without JavaScript, its words in a quiet box. */
export function SpacePhoto({ src, alt }: { src: string; alt: string }) {
  const [failed, setFailed] = useState(false)
  if (failed) return null
  return (
    <li className="shrink-0 snap-start">
      <Image
        src={src}
        alt={alt}
        width={288}
        height={208}
        unoptimized
        // Next hides the words of a picture by a style of the page, which its policy refuses: none.
        style={{ color: undefined }}
        onError={() => setFailed(true)}
        className="h-52 w-72 rounded-card bg-sunken object-cover"
      />
    </li>
  )
}
