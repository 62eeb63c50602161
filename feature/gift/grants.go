package gift

import "erba/platform/identity"

// Grants are the rows of the matrix of gifts.
var Grants = identity.Grants{}
