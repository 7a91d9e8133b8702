'use client'

import { useEffect } from 'react'
import { savesData } from './saves-data'

/** One of each family, in the letters that French and English need. */
const FACES = ['1em "Atkinson Hyperlegible Next Variable"', '1em "Bricolage Grotesque Variable"']
const KEPT = 'cafetiere.letters'
/** Runs before anything is painted. Some private windows refuse storage. */
const APPLY = `try{if(localStorage.getItem("${KEPT}"))document.documentElement.dataset.letters=""}catch{}`
/** Milliseconds after which a phone that is never idle, or can't say so (Safari), fetches them all the same. */
const PATIENCE = 3_000

/**
 * A first page is read in the phone's own letters: ours (76 kB) are fetched when it has nothing else to do, not at all where
 * data is to be saved, and are there from the next page on. `nonce` lets the script run.
 */
export function Letters({ nonce }: { nonce: string | null }) {
  useEffect(() => {
    if (savesData()) return
    if (document.readyState === 'complete') return whenIdle()
    addEventListener('load', whenIdle, { once: true })
    return () => removeEventListener('load', whenIdle)
  }, [])
  return (
    // Browsers hide a nonce from scripts: React would find another.
    <script nonce={nonce ?? undefined} suppressHydrationWarning>
      {APPLY}
    </script>
  )
}

function whenIdle() {
  if ('requestIdleCallback' in window) requestIdleCallback(fetchLetters, { timeout: PATIENCE })
  else setTimeout(fetchLetters, PATIENCE)
}

async function fetchLetters() {
  try {
    await Promise.all(FACES.map((face) => document.fonts.load(face, 'é')))
    localStorage.setItem(KEPT, '1')
  } catch {
    // Without a network, or in a window that keeps nothing: the phone's own letters stay.
  }
}
