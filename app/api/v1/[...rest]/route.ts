import { problem } from '@/lib/http/problems/rules'

function answer(): Response {
  return problem(404, 'Not Found', 'There is nothing at this address. What there is: /api/v1/openapi.json')
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT }
