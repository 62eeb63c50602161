package target

import "erba/platform/identity"

// Grants are the rows of the matrix of targets.
var Grants = identity.Grants{}
