import { describe, expect, it } from 'vitest'
import { OperatorError } from '@/lib/errors'
import { migrationProblem } from '@/lib/platform/database'
import { failureSentence } from '@/lib/platform/failures'
import { connectionProblem } from '@/lib/platform/postgres/external'
import { needsYes, parseChoice } from '@/lib/platform/reset'

const withCode = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more })

describe('failureSentence', () => {
  it.each([
    [new OperatorError('Said for the operator.'), /^Said for the operator\.$/],
    [withCode('ENOSPC', { path: '/data/x' }), /disk is full.*Make some room/],
    [new Error('could not extend file "base/1": No space left on device'), /disk is full/],
    [withCode('EACCES', { path: '/data/x' }), /may not write \(\/data\/x\).*DATA_DIR=/],
    [withCode('ENOENT', { path: '/data/x', syscall: 'mkdir' }), /cannot be made \(\/data\/x\)/],
  ])('%s', (error, sentence) => {
    expect(failureSentence(error)).toMatch(sentence)
  })

  it('leaves a surprise to its stack', () => {
    expect(failureSentence(new TypeError('x is not a function'))).toBeNull()
    expect(failureSentence(withCode('ENOENT', { syscall: 'open' }))).toBeNull()
  })
})

describe('connectionProblem', () => {
  const url = 'postgresql://ada:s3cret@db.example.org:5433/cafe'
  it.each([
    ['ECONNREFUSED', /db\.example\.org:5433.*does not answer/],
    ['ENOTFOUND', /"db\.example\.org".*not known/],
    ['28P01', /refuses user "ada"/],
    ['3D000', /"cafe" does not exist.*createdb cafe/],
    ['53300', /no connection left/],
    ['57P03', /still starting up/],
    ['42501', /may not create tables/],
  ])('says what %s means, never the password', (code, sentence) => {
    const problem = connectionProblem(withCode(code), url)
    expect(problem).toBeInstanceOf(OperatorError)
    expect(String(problem)).toMatch(sentence)
    expect(String(problem)).not.toContain('s3cret')
  })

  it('looks inside the several failures of a name with several addresses', () => {
    const error = new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')])
    expect(String(connectionProblem(error, url))).toMatch(/does not answer/)
  })

  it('passes on what it does not know', () => {
    const error = new Error('something else')
    expect(connectionProblem(error, url)).toBe(error)
  })
})

describe('migrationProblem', () => {
  const fine = { onDisk: ['a', 'b'], pending: ['b'], unknown: [], failed: [], edited: [] }
  it('lets pending migrations pass', () => {
    expect(migrationProblem(fine)).toBeNull()
  })
  it.each([
    [{ failed: ['b'] }, /b stopped half-way.*backup/],
    [{ unknown: ['c'] }, /newer version.*c.*git pull/],
    [{ edited: ['a'] }, /a was changed after.*git checkout/],
  ])('%j', (status, sentence) => {
    expect(migrationProblem({ ...fine, ...status })).toMatch(sentence)
  })
})

describe('npm run reset', () => {
  it('wants --yes spelled where others may be hurt, or where nobody can be asked', () => {
    expect(needsYes({ databaseUrl: '', isPublic: false }, true)).toBeNull()
    expect(needsYes({ databaseUrl: '', isPublic: false }, false)).toMatch(/no terminal/)
    expect(needsYes({ databaseUrl: 'postgresql://x/y', isPublic: false }, true)).toMatch(/DATABASE_URL/)
    expect(needsYes({ databaseUrl: '', isPublic: true }, true)).toMatch(/public/)
  })

  it('refuses a word it does not know', () => {
    expect(parseChoice(['--empty', '--yes'])).toEqual({ yes: true, empty: true })
    expect(() => parseChoice(['--emtpy'])).toThrow('npm run reset')
  })
})
