package store

import "erba/platform/identity"

// Grants are the rows of the matrix of visits to shops.
var Grants = identity.Grants{}
