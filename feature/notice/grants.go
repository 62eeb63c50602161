package notice

import "erba/platform/identity"

// Grants are the rows of the matrix of notices.
var Grants = identity.Grants{}
