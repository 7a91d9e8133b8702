import { expect, it } from 'vitest'
import { z } from 'zod'
import { bodyOf } from './rules'

const schema = z.object({ seats: z.int().max(6).default(1) })
const read = (body?: string) => bodyOf(new Request('http://localhost/', { method: 'POST', body }), schema)

it('reads JSON, and nothing as an empty object', async () => {
  expect(await read('{"seats":3}')).toEqual({ ok: true, value: { seats: 3 } })
  expect(await read()).toEqual({ ok: true, value: { seats: 1 } })
  expect(await read(' ')).toEqual({ ok: true, value: { seats: 1 } })
})

it.each([
  ['{"seats":', 'The body is not JSON.'],
  ['{"seats":7}', 'seats'],
  [`{"seats":1,"x":"${'x'.repeat(20_000)}"}`, 'too long'],
])('says what is wrong with %.20s', async (body, sentence) => {
  const answer = await read(body)
  expect(answer.ok).toBe(false)
  expect(answer).toMatchObject({ reason: expect.stringContaining(sentence) })
})
