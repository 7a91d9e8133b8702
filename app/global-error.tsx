'use client'

import { StylesLink } from '@/components/shell/styles'

/** The last resort, when even the layout broke: no messages can be loaded here, so it speaks both languages. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="fr">
      <body className="grid min-h-dvh place-items-center p-6 text-center">
        <StylesLink />
        <div className="flex flex-col gap-4">
          <h1 className="text-2xl">Quelque chose s’est cassé.</h1>
          <p lang="en">Something broke on our side.</p>
          <button
            type="button"
            onClick={reset}
            className="min-h-11 rounded-full bg-accent px-5 font-semibold text-on-accent"
          >
            Réessayer · Try again
          </button>
        </div>
      </body>
    </html>
  )
}
