package lifetime

import "erba/platform/identity"

// Grants are the rows of the matrix of lifetime values.
var Grants = identity.Grants{}
