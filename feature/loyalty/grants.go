package loyalty

import "erba/platform/identity"

// Grants are the rows of the matrix of loyalty.
var Grants = identity.Grants{}
