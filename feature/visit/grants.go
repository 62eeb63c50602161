package visit

import "erba/platform/identity"

// Grants are the rows of the matrix of visits: those who work on an account and
// their line plan them, a director reads them account by account. Whole lists leave
// with those alone whose own they are, or of whose line.
var Grants = identity.Grants{
	"visit:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"visit:write":  {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S"},
	"visit:export": {"rep": "O", "key_account_manager": "OT", "sales_manager": "S"},
}

// Columns are the classes of visit's columns. Who was where when, and what a
// customer said there, is personal; what came of it is commercial.
var Columns = identity.Columns{
	"visits": {"C0": "id account_id state channel made_on", "C2": "owner_id day_on start_minute minutes from_at until_at voice voice_id executed_on",
		"C1": "made_by place", "C4": "purpose ready result topics next_step next_on judge_on promised met rating verdict replan judged_on reason",
		"own": "zone report_key version"},
	"visit_users":  {"C2": "user_id day_on from_at until_at", "own": "visit_id"},
	"visit_people": {"C2": "contact_id", "own": "visit_id"},
	"visit_objectives": {"C4": "text metric target unit confidence link goal_year product_id deadline_on confirmed actual",
		"own": "id visit_id place"},
	"visit_moves":  {"C2": "was_on was_minute becomes_on becomes_min", "C4": "reason", "C1": "by_id", "own": "id visit_id at"},
	"visit_rounds": {"C4": "last_on called_on next_on", "C0": "account_id", "own": "next_id revision"},
	"visit_hours":  {"C1": "contact_id slots by_id said_on"},
	"visit_state":  {"own": "id revision classes"},
}
