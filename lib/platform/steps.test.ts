import { expect, it } from 'vitest'
import { seconds, stepsOn } from '@/lib/platform/steps'

function page() {
  const written: string[] = []
  return { written, steps: stepsOn({ write: (text: string) => written.push(text) > 0 }) }
}

it('says what is done before it is done, and how long it took after', async () => {
  const { written, steps } = page()
  const value = await steps.step('Starting PostgreSQL', async () => {
    expect(written.join('')).toBe('  Starting PostgreSQL … ')
    return 42
  })
  expect(value).toBe(42)
  expect(written.join('')).toMatch(/^ {2}Starting PostgreSQL … \d+\.\d s\n$/)
})

it('ends the line of a step that failed, so that the sentence stands alone', async () => {
  const { written, steps } = page()
  const work = () => Promise.reject(new Error('no'))
  await expect(steps.step('Building', work)).rejects.toThrow('no')
  expect(written.join('')).toBe('  Building … \n')
})

it.each([
  [40, '0.0 s'],
  [1234, '1.2 s'],
  [12_400, '12 s'],
])('writes %d ms as %s', (milliseconds, text) => {
  expect(seconds(milliseconds)).toBe(text)
})
