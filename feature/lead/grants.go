package lead

import "erba/platform/identity"

// Grants are the rows of the matrix of leads: who found one looks after it, and who
// leads him sees it.
var Grants = identity.Grants{
	"lead:read":   {"rep": "O", "key_account_manager": "O", "sales_manager": "S", "director": "A"},
	"lead:write":  {"rep": "O", "key_account_manager": "O", "sales_manager": "S"},
	"lead:plan":   {"sales_manager": "A", "director": "A"},
	"lead:export": {"key_account_manager": "O", "sales_manager": "S", "director": "A"},
}

// Columns are the classes of lead's columns.
var Columns = identity.Columns{
	"leads": {"C0": "id name city industry source source_detail state next_on wake_on account_id deal_id made_on moved_on",
		"C4": "need signs amount percent potential strength effort reason", "C1": "speaks_to owner_id", "own": "version"},
	"lead_moves":  {"C0": "id lead_id was is_now moved_on", "C4": "reason", "C1": "by_id"},
	"lead_wishes": {"C0": "id name review_on account_id contacted_on ended_on made_on", "C4": "why idea", "C1": "owner_id", "own": "version"},
	"lead_rounds": {"C0": "quarter step done_on", "C4": "note", "C1": "by_id", "own": "version"},
}
