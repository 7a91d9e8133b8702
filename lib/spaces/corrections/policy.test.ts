import { expect, test } from 'vitest'
import { appliesAtOnce, closeTogether, mayDecide, type Standing, type Touched } from './policy'

const stranger: Standing = {
  ...{ admin: false, owner: false, applied: 0, refused: 0, memberDays: 0, there: false },
}
const regular: Standing = { ...stranger, applied: 3, memberDays: 30 }
const plain: Touched = { owned: false, ownersWord: false, closing: false, metres: 0 }

test.each<[string, Standing, Partial<Touched>, boolean]>([
  ['somebody new', stranger, {}, false],
  ['somebody new who was there', { ...stranger, there: true, memberDays: 400 }, {}, false],
  ['three were right, a month here', regular, {}, true],
  ['two were right', { ...regular, applied: 2 }, {}, false],
  ['three were right, here since yesterday', { ...regular, memberDays: 1 }, {}, false],
  ['three were right, here since yesterday, was there', { ...regular, memberDays: 1, there: true }, {}, true],
  ['a hundred were right, one was refused lately', { ...regular, applied: 100, refused: 1 }, {}, false],
  ['trusted, against the owner’s word', regular, { owned: true, ownersWord: true }, false],
  ['trusted, what the owner has not said', regular, { owned: true }, true],
  ['trusted, closes a claimed place', regular, { owned: true, closing: true }, false],
  ['trusted, closes a place nobody claimed', regular, { closing: true }, true],
  ['trusted, moves the pin a kilometre', regular, { metres: 1000 }, true],
  ['trusted, moves the pin further', regular, { metres: 1001 }, false],
  [
    'the owner, against their own word',
    { ...stranger, owner: true },
    { owned: true, ownersWord: true },
    true,
  ],
  ['the owner, who moves', { ...stranger, owner: true }, { owned: true, metres: 9000 }, true],
  ['an administrator', { ...stranger, admin: true }, { owned: true, ownersWord: true, closing: true }, true],
])('%s: %#', (_, standing, touched, expected) => {
  expect(appliesAtOnce(standing, { ...plain, ...touched })).toBe(expected)
})

test.each([
  [{ admin: false, owner: false }, false],
  [{ admin: true, owner: false }, true],
  [{ admin: false, owner: true }, true],
])('%o decides: %s', (who, expected) => {
  expect(mayDecide(who)).toBe(expected)
})

test.each([
  [[7, 7], false, true],
  [[7], false, false],
  [[7, 6], false, false],
  [[400, 6, 7], false, true],
  [[400, 400], true, false],
])('members for %j days, claimed %s: closed %s', (days, owned, expected) => {
  expect(
    closeTogether(
      days.map((memberDays) => ({ memberDays })),
      { owned },
    ),
  ).toBe(expected)
})
