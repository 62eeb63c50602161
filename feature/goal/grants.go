package goal

import "erba/platform/identity"

// Grants are the rows of the matrix of goals.
var Grants = identity.Grants{}
