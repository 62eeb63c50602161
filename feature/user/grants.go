package user

import "erba/platform/identity"

// Grants are user's rows of the matrix. Names of people are no secret inside a company.
var Grants = identity.Grants{
	"user:read":  {"admin": "A", "operator": "A"},
	"user:write": {"admin": "A", "operator": "A"},
	// director and finance are approved by a director
	"user:approve": {"director": "A"},
	"user:name": {"admin": "A", "director": "A", "sales_manager": "A", "key_account_manager": "A", "rep": "A",
		"finance": "A", "service": "A", "operations": "A", "privacy": "A", "operator": "A"},
}
