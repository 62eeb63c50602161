package pipeline

import "erba/platform/identity"

// Grants are the rows of the matrix of the pipeline: whoever sees deals sees how
// they flow.
var Grants = identity.Grants{
	"pipeline:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"pipeline:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A"},
}
