import { CLOCK_READERS, ENV_READERS, isDeclared } from './declared'
import type { Finding } from './finding'
import { roleOf } from './roles'
import type { Source } from './source'
import type { House } from './tree'
import { memberOf, type Node, nameOf, walk } from './walk'

const ENV = 'Only lib/env.ts reads the environment: add the value to its schema and ask env().'
const CLOCK =
  'Only lib/clock.ts reads the clock: rules take `now`, and who calls them asks now() from @/lib/clock; ' +
  'a component gets it as a prop. A component that ticks is declared in scripts/house/declared.ts.'
const HTML = 'No HTML from a string: React renders it (Markdown goes through components/markdown).'

/** Things with one home: the environment, the clock, and HTML built from strings (which has none). */
export function checkPlaces({ sources }: House): Finding[] {
  return sources.flatMap((source) => {
    const found: Finding[] = []
    walk(source.program, (node) => {
      const hit = complaint(source, node)
      if (hit) found.push({ path: source.path, line: source.lineAt(node.start), ...hit })
    })
    return found
  })
}

function complaint({ path }: Source, node: Node): { rule: string; message: string } | null {
  const door = roleOf(path) === 'door' || path.startsWith('e2e/')
  const configured = door && path !== 'proxy.ts' && path !== 'instrumentation.ts'
  if (readsEnv(node) && !configured && !isDeclared(ENV_READERS, path))
    return { rule: 'environment', message: ENV }
  if (readsClock(node) && !configured && !isDeclared(CLOCK_READERS, path))
    return { rule: 'clock', message: CLOCK }
  return writesHtml(node) ? { rule: 'html', message: HTML } : null
}

function readsEnv(node: Node): boolean {
  const fromProcess = nameOf(node.object) === 'process' || memberOf(node.object) === 'process'
  if (memberOf(node) === 'env' && fromProcess) return true
  const pattern = node.id as Node | undefined
  return (
    node.type === 'VariableDeclarator' && nameOf(node.init) === 'process' && pattern?.type === 'ObjectPattern'
  )
}

function readsClock(node: Node): boolean {
  const noArguments = Array.isArray(node.arguments) && node.arguments.length === 0
  if (node.type === 'NewExpression' || node.type === 'CallExpression') {
    if (nameOf(node.callee) === 'Date' && (noArguments || node.type === 'CallExpression')) return true
  }
  const owner = nameOf(node.object)
  return (owner === 'Date' && memberOf(node) === 'now') || (owner === 'Temporal' && memberOf(node) === 'Now')
}

function writesHtml(node: Node): boolean {
  if (node.type === 'JSXAttribute') return nameOf(node.name) === 'dangerouslySetInnerHTML'
  if (node.type === 'Property') return nameOf(node.key) === 'dangerouslySetInnerHTML'
  if (node.type === 'CallExpression')
    return ['bindPopup', 'bindTooltip', 'insertAdjacentHTML'].includes(memberOf(node.callee) ?? '')
  return (
    node.type === 'AssignmentExpression' && ['innerHTML', 'outerHTML'].includes(memberOf(node.left) ?? '')
  )
}
