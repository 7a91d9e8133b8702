// Development only: Next links to the sheet, and brings it anew with each change of it.
import '@/app/globals.css'
