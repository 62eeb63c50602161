package competitor

import "erba/platform/identity"

// Grants are the rows of the matrix of competitors.
var Grants = identity.Grants{}
