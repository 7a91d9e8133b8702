import { parseSync } from 'oxc-parser'
import type { Node } from './walk'

/** A parsed file of the house. `path` is relative to its root, with slashes. */
export type Source = {
  path: string
  text: string
  /** Line breaks counted, as an editor shows them. */
  lines: number
  program: Node
  comments: { value: string; start: number }[]
  /** The parser's first complaint, or null. */
  broken: string | null
  lineAt: (offset: number) => number
}

export const isCode = (path: string) => /\.(ts|tsx|mts|mjs|js|jsx|cjs)$/.test(path)
export const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.startsWith('e2e/')

export function parsed(path: string, text: string): Source {
  const { program, comments, errors } = parseSync(path, text)
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  return {
    path,
    text,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    program: program as unknown as Node,
    comments,
    broken: errors[0]?.message ?? null,
    lineAt,
  }
}
