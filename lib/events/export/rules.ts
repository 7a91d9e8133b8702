import { stringify } from 'csv-stringify/sync'

/**
 * Rows as a CSV file that spreadsheets open rightly (RFC 4180): UTF-8 with its mark, CRLF, quotes where needed. A cell
 * that would be read as a formula is led by an apostrophe: guests type what they like into notes and names.
 */
export function csvFile(header: string[], rows: (string | number)[][]): string {
  return stringify([header, ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true })
}
