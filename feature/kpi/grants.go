package kpi

import "erba/platform/identity"

// Grants are the rows of the matrix of indicators.
var Grants = identity.Grants{}
