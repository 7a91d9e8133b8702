import { dirname, join } from 'node:path/posix'
import type { Source } from './source'
import { isNode, type Node, nameOf, text, walk } from './walk'

/** One import, re-export, `import()`, `require()` or `import('…')` type of a file. */
export type Import = {
  specifier: string
  /** Path from the root when it is ours (without guessing the extension), else null. */
  ours: string | null
  /** Nothing of it is left at run time. */
  typeOnly: boolean
  line: number
}

const WITH_SOURCE = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'])

export function importsOf(source: Source): Import[] {
  const found: Import[] = []
  walk(source.program, (node) => {
    const asked = specifierOf(node)
    const specifier = text(asked)
    if (specifier === null) return
    const line = source.lineAt(node.start)
    found.push({ specifier, ours: ours(source.path, specifier), typeOnly: isTypeOnly(node), line })
  })
  return found
}

function specifierOf(node: Node): unknown {
  if (WITH_SOURCE.has(node.type) || node.type === 'ImportExpression' || node.type === 'TSImportType')
    return node.source
  const [first] = (node.arguments as unknown[] | undefined) ?? []
  return node.type === 'CallExpression' && nameOf(node.callee) === 'require' ? first : null
}

function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type') return true
  const parts = ((node.specifiers as unknown[] | undefined) ?? []).filter(isNode)
  return parts.length > 0 && parts.every((part) => part.importKind === 'type' || part.exportKind === 'type')
}

function ours(from: string, specifier: string): string | null {
  if (specifier.startsWith('@/')) return specifier.slice(2)
  return specifier.startsWith('.') ? join(dirname(from), specifier) : null
}

const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.mts', '.json', '/index.ts', '/index.tsx']

/** The file that an import of ours means, or null when there is none in the tree (generated, or a mistake). */
export function resolved(target: string, all: Set<string>): string | null {
  const stem = target.replace(/\.js$/, '')
  return ENDINGS.map((ending) => stem + ending).find((path) => all.has(path)) ?? null
}
