package coverage

import "erba/platform/identity"

// Grants are the rows of the matrix of coverage.
var Grants = identity.Grants{}
