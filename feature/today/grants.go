package today

import "erba/platform/identity"

// Grants are the rows of the matrix of the page of the day.
var Grants = identity.Grants{}
