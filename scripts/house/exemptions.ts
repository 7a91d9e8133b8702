import type { Finding } from './finding'
import type { Source } from './source'
import type { House } from './tree'
import { isNode, walk } from './walk'

const EXEMPTION =
  /biome-ignore|eslint-disable|oxlint-disable|prettier-ignore|@ts-(ignore|expect-error|nocheck)/
const FIX = 'No exemptions: mend the code, or change the rule for everybody in a decision record.'

/** Comments that switch a tool off, `as any`, and rules switched off in biome.json. */
export function checkExemptions({ paths, sources, read }: House): Finding[] {
  const rule = 'exemption'
  const inStyles = paths.filter((path) => path.endsWith('.css')).filter((path) => EXEMPTION.test(read(path)))
  const off = paths.includes('biome.json') && /"off"|"overrides"|"suppress/.test(read('biome.json'))
  return [
    ...sources.flatMap(exemptionsOf),
    ...inStyles.map((path) => ({ path, line: 0, rule, message: FIX })),
    ...(off
      ? [{ path: 'biome.json', line: 0, rule, message: 'No rule is off and no folder is apart.' }]
      : []),
  ]
}

function exemptionsOf(source: Source): Finding[] {
  const found = (start: number) => ({
    path: source.path,
    line: source.lineAt(start),
    rule: 'exemption',
    message: FIX,
  })
  const casts: Finding[] = []
  walk(source.program, (node) => {
    const cast = node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion'
    if (cast && isNode(node.typeAnnotation) && node.typeAnnotation.type === 'TSAnyKeyword')
      casts.push(found(node.start))
  })
  const comments = source.comments.filter(({ value }) => EXEMPTION.test(value))
  return [...comments.map(({ start }) => found(start)), ...casts]
}
