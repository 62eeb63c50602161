package relation

import "erba/platform/identity"

// Grants are the rows of the matrix of relationship maps.
var Grants = identity.Grants{}
