package application

import "erba/platform/identity"

// Grants are the rows of the matrix of analyses of customers: whoever sells to one
// says what he knows of him, and whoever leads him reads it.
var Grants = identity.Grants{
	"application:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"application:write":  {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S"},
	"application:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A"},
}

// Columns are the classes of the columns: what a customer plans is commercial.
var Columns = identity.Columns{
	"application_sheets": {"C0": "id account_id said_on", "C1": "by_id by_name",
		"C4": "industry level uses strengths weakness chances threats expected_minor reason", "own": "version"},
	"application_projects": {"C0": "id account_id said_on", "C1": "by_id by_name", "C4": "name budget_minor funding purchase buys_on chance", "own": "version"},
}
