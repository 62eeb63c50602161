package evaluation

import "erba/platform/identity"

// Grants are evaluation's rows of the matrix. Who leads an account's manager
// decides about its classes, the director about the highest ones; whoever works
// on an account may hold something against a proposal, and decides about none.
var Grants = identity.Grants{
	"evaluation:read": {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A",
		"operations": "A", "operator": "A"},
	"evaluation:run":      {"director": "A", "operations": "A", "operator": "A"},
	"evaluation:decide":   {"sales_manager": "S", "director": "A"},
	"evaluation:approve":  {"director": "A"},
	"evaluation:contest":  {"rep": "O", "key_account_manager": "O"},
	"evaluation:override": {"sales_manager": "S", "director": "A"},
}

// Columns are the classes of evaluation's columns: a class follows from sales
// and judgements, so it is commercial.
var Columns = identity.Columns{
	"evaluation_classes": {"C4": "class current_minor expected_minor", "C1": "by_id", "C0": "account_id model since_on entered_on way",
		"own": "approval_id"},
	"evaluation_sets":    {"C4": "class reason", "C1": "by_id", "C0": "account_id model from_on expires_on"},
	"evaluation_moves":   {"C4": "was class reason", "C1": "by_id", "C0": "account_id model moved_on way", "own": "id approval_id"},
	"evaluation_streaks": {"C4": "becomes up fate", "C0": "account_id model first_on last_on rest_until", "own": "runs"},
	"evaluation_proposals": {"C4": "was becomes up reason current_minor expected_minor objection", "C1": "objector_id",
		"C0": "id account_id model as_of first_on state need", "own": "runs objected_at"},
	"evaluation_runs":  {"C1": "by_id", "C0": "id as_of", "own": "ended_at initial config accounts entered proposed standing retracted waiting held changed expired"},
	"evaluation_begun": {"C0": "model begun_on"},
	"evaluation_state": {"own": "id revision"},
}
