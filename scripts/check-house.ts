import { checkCycles } from '@/scripts/house/cycles'
import { checkExemptions } from '@/scripts/house/exemptions'
import { type Finding, printed } from '@/scripts/house/finding'
import { checkImports } from '@/scripts/house/import-rules'
import { checkLayout } from '@/scripts/house/layout'
import { checkMessageKeys } from '@/scripts/house/message-keys'
import { checkMessages } from '@/scripts/house/messages'
import { checkPhone } from '@/scripts/house/phone'
import { checkPlaces } from '@/scripts/house/places'
import { lineStats } from '@/scripts/house/stats'
import { checkTests } from '@/scripts/house/test-habits'
import { type House, readHouse } from '@/scripts/house/tree'
import { checkTypography } from '@/scripts/house/typography'

const CHECKS = [checkLayout, checkImports, checkCycles, checkPhone, checkPlaces, checkExemptions, checkTests]
const LANGUAGES = [checkMessages, checkMessageKeys, checkTypography]

const house = readHouse(process.argv.slice(2).find((word) => !word.startsWith('--')) ?? process.cwd())
const findings = [...unreadable(house), ...[...CHECKS, ...LANGUAGES].flatMap((check) => check(house))]
for (const finding of findings) console.log(printed(finding))
if (process.argv.includes('--stats')) console.log(JSON.stringify(lineStats(house.sources)))
const all = `${house.sources.length} files of code`
console.log(findings.length ? `${findings.length} findings in ${all}.` : `The house is in order: ${all}.`)
process.exitCode = findings.length ? 1 : 0

function unreadable({ sources }: House): Finding[] {
  return sources.flatMap(({ path, broken }) =>
    broken ? [{ path, line: 0, rule: 'syntax', message: broken }] : [],
  )
}
