package review

import "erba/platform/identity"

// Grants are the rows of the matrix of monthly reviews.
var Grants = identity.Grants{}
