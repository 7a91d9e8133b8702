import { visitorKeys } from 'oxc-parser'

/** An ESTree node, seen loosely: the checker looks at a few shapes and lets the rest pass. */
export type Node = { type: string; start: number; end: number; [field: string]: unknown }

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

/** Direct children in source order. */
export function children(node: Node): Node[] {
  return (visitorKeys[node.type] ?? []).flatMap((key) => [node[key]].flat()).filter(isNode)
}

/** Calls `visit` for the node and everything under it, parents first. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const child of children(node)) walk(child, visit)
}

/** The identifier's name, or null for anything else. */
export function nameOf(node: unknown): string | null {
  return isNode(node) && (node.type === 'Identifier' || node.type === 'JSXIdentifier')
    ? String(node.name)
    : null
}

/** `a.b` and `a['b']` give 'b'; anything else gives null. */
export function memberOf(node: unknown): string | null {
  if (!isNode(node) || node.type !== 'MemberExpression') return null
  return node.computed ? text(node.property) : nameOf(node.property)
}

/** The value of a string literal or of a template without holes; null for anything else. */
export function text(node: unknown): string | null {
  if (!isNode(node)) return null
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type !== 'TemplateLiteral') return null
  const quasis = node.quasis as { value: { cooked: string | null } }[]
  return quasis.length === 1 ? (quasis[0]?.value.cooked ?? null) : null
}
