package today

import "erba/platform/identity"

// Grants are the rows of the matrix of the page of the day: everybody has one,
// with the accounts that he sees.
var Grants = identity.Grants{
	"today:read": {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A",
		"service": "FT", "operations": "A", "admin": "O", "privacy": "O"},
	"today:write": {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A",
		"service": "FT", "operations": "A", "admin": "O", "privacy": "O"},
}

// Columns are the classes of today's columns: what somebody has put off is his own.
var Columns = identity.Columns{
	"today_marks": {"C0": "about_id subject_id due_on", "own": "id user_id rule state until_on made_at"},
}
