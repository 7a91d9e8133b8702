import { expect, it } from 'vitest'
import { csvFile } from './rules'

const cells = (file: string) => file.replace('\uFEFF', '').trimEnd().split('\r\n')

it('is what spreadsheets read: a mark, CRLF, and quotes where a cell needs them', () => {
  const file = csvFile(
    ['Nom', 'Mot'],
    [
      ['Ana "la belle"', 'oui, non\nou bien'],
      ['Zoé; là', ''],
    ],
  )
  expect(file).toBe('\uFEFFNom,Mot\r\n"Ana ""la belle""","oui, non\nou bien"\r\nZoé; là,\r\n')
})

it.each(['=1+1', '+33 6', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])('%j runs as no formula', (typed) => {
  const [, row = ''] = cells(csvFile(['Nom'], [[typed]]))
  expect(row.replace(/^"/, '')).toMatch(/^'/)
})

it('leaves numbers numbers', () => {
  expect(cells(csvFile(['Places'], [[2], [-1]]))).toEqual(['Places', '2', '-1'])
})
