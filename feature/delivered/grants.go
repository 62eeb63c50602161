package delivered

import "erba/platform/identity"

// Grants are the rows of the matrix of delivered value.
var Grants = identity.Grants{}
