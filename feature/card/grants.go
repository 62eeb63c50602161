package card

import "erba/platform/identity"

// Grants are card's rows of the matrix: service has to know whom it answers how
// soon; whoever works on an account notes what is used of its card, and who leads
// its manager renews it.
var Grants = identity.Grants{
	"card:read": {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A", "service": "FT",
		"operations": "A", "operator": "A"},
	"card:use":    {"rep": "O", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"card:renew":  {"sales_manager": "S", "director": "A"},
	"card:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "operations": "A", "operator": "A"},
}

// Columns are the classes of card's columns: the level of a card follows from
// sales, so it is commercial.
var Columns = identity.Columns{
	"cards": {"C4": "level response dedicated credit events seats events_used seats_used", "C1": "by_id",
		"C0": "id account_id from_on until_on ended_on", "own": "approval_id"},
	"card_uses":  {"C4": "benefit number note", "C1": "by_id back_id", "C0": "id card_id used_on back_on"},
	"card_moves": {"own": "merge_id card_id moved ended"},
}
