import type { Finding } from './finding'
import { isTest, type Source } from './source'
import type { House } from './tree'
import { memberOf, type Node, nameOf, text, walk } from './walk'

const RUNNERS = ['test', 'it', 'describe', 'bench']

/** Tests that do not run, and tests that wait for time to pass. */
export function checkTests({ sources }: House): Finding[] {
  return sources
    .filter(({ path }) => isTest(path) || path.startsWith('lib/testing/'))
    .flatMap((source) => {
      const found: Finding[] = []
      walk(source.program, (node) => {
        const message = complaint(node)
        if (message) found.push(at(source, node, message))
      })
      return found
    })
}

function at(source: Source, node: Node, message: string): Finding {
  return { path: source.path, line: source.lineAt(node.start), rule: 'test', message }
}

function complaint(node: Node): string | null {
  if (node.type === 'ImportDeclaration' && /^(node:)?timers\/promises$/.test(text(node.source) ?? ''))
    return SLEEP
  const member = memberOf(node)
  if (member === 'only' && runs(node.object))
    return 'A test alone in the room hides the others: take .only away.'
  if (['todo', 'fails', 'skipIf', 'runIf'].includes(member ?? '') && runs(node.object)) return SKIP
  if (node.type !== 'CallExpression') return null
  const called = memberOf(node.callee)
  if (called === 'waitForTimeout' || (called ?? nameOf(node.callee)) === 'setTimeout')
    return runs((node.callee as Node).object) ? null : SLEEP
  if (called !== 'skip' && called !== 'fixme') return null
  const reason = text((node.arguments as unknown[]).at(-1))
  const saysWhy = reason !== null && reason !== '' && !hasBody(node)
  return saysWhy ? null : SKIP
}

const SLEEP =
  'A test waits for what it wants to see (expect.poll, a locator, an event), never for time to pass.'
const SKIP =
  'A skipped test says why where it is printed: test.skip(condition, reason) or context.skip(reason).'

/** `test`, `test.describe`, `describe.each`…: something that registers or configures tests. */
function runs(node: unknown): boolean {
  const owner = (node as Node | undefined)?.object
  return RUNNERS.includes(nameOf(node) ?? '') || (owner !== undefined && runs(owner))
}

function hasBody(node: Node): boolean {
  return (node.arguments as Node[]).some(
    ({ type }) => type === 'ArrowFunctionExpression' || type === 'FunctionExpression',
  )
}
