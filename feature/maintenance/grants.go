package maintenance

import "erba/platform/identity"

// Grants are the rows of the matrix of maintenance of relationships: whoever works
// on an account sees what is done for it, and who answers for it does it.
var Grants = identity.Grants{
	"maintenance:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"maintenance:write":  {"key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"maintenance:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A"},
}

// Columns are the classes of maintenance's columns: what is done for an account and
// what that takes is commercial.
var Columns = identity.Columns{
	"maintenance_activities": {"C4": "title spend reached people remark", "C1": "by_id by_name", "C0": "id account_id form held_on", "own": "version"},
	"maintenance_qualities": {"C4": "stakeholder communication cooperation win_win closeness control evidence", "C1": "by_id by_name",
		"C0": "id account_id rated_on expires_on", "own": "version"},
}
