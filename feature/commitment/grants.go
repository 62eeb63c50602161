package commitment

import "erba/platform/identity"

// Grants are the rows of the matrix of promises.
var Grants = identity.Grants{}
