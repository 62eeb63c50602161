package exporting

import "erba/platform/identity"

// Grants are exporting's rows of the matrix: whoever takes lists along may ask
// for one that takes a second person, who is a director.
var Grants = identity.Grants{
	"exporting:ask": {"rep": "A", "key_account_manager": "A", "sales_manager": "A", "director": "A", "operations": "A"},
	// more rows, and commercial figures of everybody
	"exporting:approve": {"director": "A"},
}

// Columns are the classes of exporting's columns: what was filtered by may be commercial.
var Columns = identity.Columns{
	"export_permits": {"C4": "path query", "C1": "user_id", "own": "id until_at used_at"},
}
