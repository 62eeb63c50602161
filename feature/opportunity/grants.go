package opportunity

import "erba/platform/identity"

// Grants are the rows of the matrix of opportunities.
var Grants = identity.Grants{}
