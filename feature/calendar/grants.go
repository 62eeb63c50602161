package calendar

import "erba/platform/identity"

// Grants are the rows of the matrix of calendars.
var Grants = identity.Grants{}
