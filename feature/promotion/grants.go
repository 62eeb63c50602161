package promotion

import "erba/platform/identity"

// Grants are the rows of the matrix of promotions: who works on a customer plans
// them; what they earn is told to those who see margins.
var Grants = identity.Grants{
	"promotion:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A"},
	"promotion:write":  {"rep": "O", "key_account_manager": "OT"},
	"promotion:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A"},
}

// Columns are the classes of promotion's columns: what is planned with whom is commercial.
var Columns = identity.Columns{
	"promotions": {"C0": "id account_id from_on until_on state made_on", "C1": "by_id",
		"C4": "name background products place audience budget amount ways tools baseline expected lesson", "own": "version"},
}
