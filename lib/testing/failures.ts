import path from 'node:path'
import { z } from 'zod'

/** Characters of why: its beginning, and of a program that says a lot before it breaks, its end. */
const [HEAD, TAIL] = [200, 300]

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

const playwrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.int(),
  tests: z.array(
    z.object({
      projectName: z.string(),
      status: z.string(),
      results: z.array(z.object({ error: z.object({ message: z.string() }).optional() })),
    }),
  ),
})
type PlaywrightSpec = z.infer<typeof playwrightSpec>

/** Suites hold suites, as deep as tests are described. */
const playwrightSuite = z.object({
  specs: z.array(playwrightSpec).default([]),
  get suites() {
    return z.array(playwrightSuite).default([])
  },
})
const playwrightReport = z.object({
  suites: z.array(playwrightSuite),
  errors: z.array(z.object({ message: z.string().default('') })).default([]),
})

/** Which tests failed, one line each: the file, the test, why. Also files that could not be read. */
export function failuresOfVitest(report: unknown, root: string): string[] {
  return vitestReport.parse(report).testResults.flatMap((file) => {
    const where = path.relative(root, file.name)
    const failed = file.assertionResults.filter((test) => test.status === 'failed')
    if (file.status === 'failed' && failed.length === 0) return [line(where, '', file.message)]
    return failed.map((test) => line(where, test.fullName, test.failureMessages?.[0] ?? ''))
  })
}

/** The same of Playwright's report, and what broke outside any test. */
export function failuresOfPlaywright(report: unknown): string[] {
  const { suites, errors } = playwrightReport.parse(report)
  return [
    ...specsOf(suites).flatMap((spec) =>
      spec.tests
        .filter((test) => test.status === 'unexpected' || test.status === 'flaky')
        .map((test) => {
          const why = test.results.find((result) => result.error)?.error?.message ?? test.status
          return line(`e2e/${spec.file}:${spec.line}`, `[${test.projectName}] ${spec.title}`, why)
        }),
    ),
    ...errors.map((error) => line('e2e', '', error.message)),
  ]
}

function specsOf(suites: z.infer<typeof playwrightSuite>[]): PlaywrightSpec[] {
  return suites.flatMap((suite) => [...suite.specs, ...specsOf(suite.suites)])
}

function line(where: string, test: string, why: string): string {
  const lines = plain(why)
    .split('\n')
    .map((text) => text.trim())
  // Where it was thrown is in the report above.
  const [first = '', ...others] = lines.filter((text) => text !== '' && !/^at .+:\d+/.test(text))
  const said = [first, ...others].join(' / ')
  const short = said.length > HEAD + TAIL ? `${said.slice(0, HEAD)} … ${said.slice(-TAIL)}` : said
  return [where, test, short].filter((part) => part !== '').join(' › ')
}

/** Without the colours of a terminal. */
function plain(text: string): string {
  return text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '')
}
