import type { ReactNode } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import { safeHref } from './links'

// The page has its own h1 and h2: what a stranger calls a title stands below them.
const heading = ({ children }: { children?: ReactNode }) => <h3 className="font-semibold">{children}</h3>
const smallHeading = ({ children }: { children?: ReactNode }) => <h4 className="font-semibold">{children}</h4>

const parts: Components = {
  ...{
    h1: heading,
    h2: smallHeading,
    h3: smallHeading,
    h4: smallHeading,
    h5: smallHeading,
    h6: smallHeading,
  },
  a: ({ href, children }) => <ForeignLink href={href}>{children}</ForeignLink>,
  p: ({ children }) => <p className="whitespace-pre-line">{children}</p>,
  ul: ({ children }) => <ul className="list-disc pl-5">{children}</ul>,
  ol: ({ children }) => <ol className="list-decimal pl-5">{children}</ol>,
}

const allowed = ['p', 'br', 'strong', 'em', 'a', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre', 'hr']
const titles = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']

/** A stranger's text. HTML in it is shown as it was typed, images are left out, and links vouch for nothing. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className="flex max-w-prose flex-col gap-3 break-words">
      <ReactMarkdown
        components={parts}
        allowedElements={[...allowed, ...titles]}
        // Decided by safeHref, once; the library's own list would let relative addresses through.
        urlTransform={(url) => url}
      >
        {text}
      </ReactMarkdown>
    </div>
  )
}

function ForeignLink({ href, children }: { href: string | undefined; children: ReactNode }) {
  const safe = safeHref(href)
  if (!safe) return <>{children}</>
  return (
    <a href={safe} rel="nofollow ugc noopener" className="text-accent underline">
      {children}
    </a>
  )
}
