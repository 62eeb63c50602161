package opportunity

import "erba/platform/identity"

// Grants are the rows of the matrix of deals: who works on an account works on its
// deals, and whoever leads him sees how they stand.
var Grants = identity.Grants{
	"opportunity:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "operator": "A"},
	"opportunity:write":  {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "operator": "A"},
	"opportunity:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A"},
}

// Columns are the classes of opportunity's columns: what is offered for how much is
// commercial.
var Columns = identity.Columns{
	"opportunities": {"C0": `id row_id account_id code name source process stage state opened_on entered_on expected_on first_expected_on closed_on wake_on
			slips currency category made_on unopened`, "C1": "owner_id owner_name contact_id author_id",
		"C4": "amount_minor original_minor reason outcome lesson winner_id purchase product next_step next_on", "own": "batch_id version"},
	"opportunity_moves":      {"C0": "id opportunity_id from_stage to_stage state moved_on", "C1": "by_id", "C4": "reason"},
	"opportunity_milestones": {"C0": "opportunity_id milestone reached_on", "C1": "by_id", "C4": "evidence"},
	"opportunity_dates":      {"C0": "id opportunity_id was_on becomes_on made_on", "C1": "by_id", "C4": "reason"},
	"opportunity_lines":      {"C0": "id opportunity_id product_id", "C4": "words quantity list_price asked_price floor_price unit_cost amount_minor", "own": "priced_from"},
	"opportunity_splits":     {"C0": "opportunity_id", "C1": "user_id", "C4": "percent"},
	"opportunity_numbers":    {"own": "prefix latest"},
	"opportunity_files":      {"C0": "id opportunity_id kind size made_on", "C1": "by_id", "C4": "name body", "own": "sum"},
}
