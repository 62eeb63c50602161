package point

import "erba/platform/identity"

// Grants are the rows of the matrix of points: who works on an account uses its
// points, whoever leads or pays sees them.
var Grants = identity.Grants{
	"point:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A", "service": "FT"},
	"point:write":  {"key_account_manager": "OT", "sales_manager": "S", "finance": "A"},
	"point:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A"},
}

// Columns are the classes of point's columns.
var Columns = identity.Columns{
	"point_members": {"C0": "id account_id since ended_on", "C1": "by_id", "own": "version"},
	"points":        {"C4": "points reason", "C1": "by_id", "C0": "id account_id kind booked_on expires_on month reverses booked_at"},
}
