package user

import "erba/platform/identity"

// Grants are user's rows of the matrix. Names of people are no secret inside a company.
var Grants = identity.Grants{
	"user:read":  {"admin"},
	"user:write": {"admin"},
	"user:name": {"admin", "director", "sales_manager", "key_account_manager", "rep",
		"finance", "service", "operations", "privacy"},
}
