package visit

import "erba/platform/identity"

// Grants are the rows of the matrix of visits.
var Grants = identity.Grants{}
