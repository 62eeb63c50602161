package application

import "erba/platform/identity"

// Grants are the rows of the matrix of analyses of customers.
var Grants = identity.Grants{}
