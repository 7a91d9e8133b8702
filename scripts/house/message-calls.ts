import type { Source } from './source'
import { children, isNode, memberOf, type Node, nameOf, text } from './walk'

/** What a file asks of the messages. `prefix` stands for every key that starts so (a computed rest). */
export type Asked = { kind: 'key' | 'prefix'; key: string; line: number }

/** Namespace of a translator in scope; null when it is not known statically. */
type Scope = Map<string, string | null>

const MAKERS = ['useTranslations', 'getTranslations', 'createTranslator']
const CALLS = ['rich', 'markup', 'has']
const SCOPES = /^(Function|ArrowFunction|BlockStatement|Program)/

/** Every key that the file's translators are asked for, as far as the text alone can tell. */
export function askedBy(source: Source): Asked[] {
  const asked: Asked[] = []
  visit(source.program, [])
  return asked

  function visit(node: Node, scopes: Scope[]): void {
    const inner = SCOPES.test(node.type) ? [...scopes, declared(node)] : scopes
    const namespace = translator(node, inner)
    if (namespace !== undefined) ask(node, namespace)
    for (const child of children(node)) visit(child, inner)
  }

  function ask(node: Node, namespace: string | null): void {
    const key = namespace === null ? null : keyOf(node, namespace)
    const line = source.lineAt(node.start)
    asked.push(key ? { ...key, line } : { kind: 'prefix', key: namespace ? `${namespace}.` : '', line })
  }
}

/** Namespace when the node calls a translator or lets one out of sight; undefined for any other node. */
function translator(node: Node, scopes: Scope[]): string | null | undefined {
  const find = (name: string | null) =>
    scopes.findLast((scope) => name !== null && scope.has(name))?.get(name ?? '')
  if (node.type === 'CallExpression') {
    const callee = node.callee as Node
    if (CALLS.includes(memberOf(callee) ?? '')) return find(nameOf(callee.object))
    const escaped = (node.arguments as Node[])
      .map((one) => find(nameOf(one)))
      .find((one) => one !== undefined)
    return find(nameOf(callee)) ?? escaped
  }
  if (memberOf(node) === 'raw') return find(nameOf(node.object))
  if (node.type === 'JSXExpressionContainer') return find(nameOf(node.expression))
  return node.type === 'Property' ? find(nameOf(node.value)) : undefined
}

function keyOf(node: Node, namespace: string): Omit<Asked, 'line'> | null {
  const [first] = (node.arguments as Node[] | undefined) ?? []
  const full = (key: string) => (namespace ? `${namespace}.${key}` : key)
  const known = text(first)
  if (known !== null && isTranslation(node)) return { kind: 'key', key: full(known) }
  const quasi = (first?.quasis as { value: { cooked: string } }[] | undefined)?.[0]
  return quasi && isTranslation(node) ? { kind: 'prefix', key: full(quasi.value.cooked) } : null
}

/** `t('…')` and `t.rich('…')`, not `format(t)`. */
function isTranslation(node: Node): boolean {
  const callee = node.callee as Node | undefined
  return node.type === 'CallExpression' && (nameOf(callee) !== null || memberOf(callee) !== null)
}

/** Names that a function or block binds: translators with their namespace, parameters as unknown. */
function declared(scope: Node): Scope {
  const names: Scope = new Map()
  for (const parameter of (scope.params as Node[] | undefined) ?? [])
    if (nameOf(parameter) !== null) names.set(nameOf(parameter) ?? '', null)
  for (const statement of statements(scope)) {
    const declaration = statement.type.startsWith('Export')
      ? (statement.declaration as Node | null)
      : statement
    for (const one of (declaration?.declarations as Node[] | undefined) ?? []) {
      for (const [id, init] of together(one)) {
        const namespace = made(init)
        const name = nameOf(id)
        if (name !== null && namespace !== undefined) names.set(name, namespace)
      }
    }
  }
  return names
}

/** What is bound to what: `const [a, t] = await Promise.all([x, getTranslations('y')])` binds two. */
function together({ id, init }: Node): [unknown, unknown][] {
  const call = isNode(init) && init.type === 'AwaitExpression' ? init.argument : null
  const [list] = (isNode(call) && memberOf(call.callee) === 'all' ? (call.arguments as Node[]) : []) as Node[]
  if (!isNode(id) || id.type !== 'ArrayPattern' || list?.type !== 'ArrayExpression') return [[id, init]]
  const values = list.elements as unknown[]
  return (id.elements as unknown[]).map((element, index) => [element, values[index]])
}

function statements(scope: Node): Node[] {
  return Array.isArray(scope.body) ? scope.body.filter(isNode) : []
}

/** Namespace given to `useTranslations('x')`, `await getTranslations({ namespace: 'x' })`…; undefined if it is none. */
function made(init: unknown): string | null | undefined {
  if (!isNode(init)) return undefined
  if (init.type === 'AwaitExpression') return made(init.argument)
  if (init.type !== 'CallExpression' || !MAKERS.includes(nameOf(init.callee) ?? '')) return undefined
  const [first] = init.arguments as Node[]
  if (!first) return ''
  if (first.type !== 'ObjectExpression') return text(first)
  const properties = first.properties as Node[]
  if (properties.some(({ type }) => type === 'SpreadElement')) return null
  const namespace = properties.find(({ key }) => nameOf(key) === 'namespace')
  return namespace ? text(namespace.value) : ''
}
