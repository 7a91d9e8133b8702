import { expect, it } from 'vitest'
import { z } from 'zod'
import { badParameters, problem } from './rules'

it('is a problem document of RFC 9457, never stored', async () => {
  const answer = problem(404, 'Not found', 'There is no such event.')
  expect(answer.status).toBe(404)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.json()).toEqual({
    type: 'about:blank',
    title: 'Not found',
    status: 404,
    detail: 'There is no such event.',
  })
})

it('names each parameter that is wrong', async () => {
  const { error } = z.object({ limit: z.coerce.number('must be a number') }).safeParse({ limit: 'ten' })
  const answer = badParameters(error as z.ZodError)
  expect(await answer.json()).toMatchObject({
    status: 400,
    errors: [{ parameter: 'limit', detail: 'must be a number' }],
  })
})
