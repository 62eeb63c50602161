/** day is one so many days from now where the company is: its clock says which day it is. */
export const day = (days = 0) => new Date(Date.now() + days * 864e5 + 8 * 36e5).toISOString().slice(0, 10)
