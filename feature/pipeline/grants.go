package pipeline

import "erba/platform/identity"

// Grants are the rows of the matrix of the pipeline.
var Grants = identity.Grants{}
