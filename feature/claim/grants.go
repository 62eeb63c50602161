package claim

import "erba/platform/identity"

// Grants are the rows of the matrix of claims.
var Grants = identity.Grants{}
