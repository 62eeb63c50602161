package coverage

import "erba/platform/identity"

// Grants are coverage's rows of the matrix: everybody may know what is asked of
// himself, who leads people what is asked of them; who covers which account is
// arranged by those who may assign it, and budgets are laid out for all at once.
var Grants = identity.Grants{
	"coverage:read":    {"rep": "O", "key_account_manager": "O", "sales_manager": "S", "director": "A", "operations": "A", "operator": "A"},
	"coverage:arrange": {"sales_manager": "S", "director": "A"},
	"coverage:budget":  {"sales_manager": "S", "director": "A", "finance": "A", "operator": "A"},
	"coverage:plan":    {"director": "A"},
	"coverage:export":  {"sales_manager": "S", "director": "A", "operator": "A"},
}

// Columns are the classes of coverage's columns: how much somebody gets is
// commercial, how many hours somebody has is about a person.
var Columns = identity.Columns{
	"coverage_capacities": {"C1": "user_id hours reason by_id", "own": "version"},
	"coverage_marks":      {"C4": "strategic exempt reason", "C1": "by_id", "C0": "account_id", "own": "version"},
	"coverage_trials":     {"C4": "name state", "C1": "by_id applied_by", "C0": "id begun_on handover_on", "own": "version"},
	"coverage_moves":      {"C4": "reason state", "C1": "from_id to_id", "C0": "trial_id account_id"},
	"coverage_plans":      {"C4": "name unit budget least ahead", "C1": "by_id", "C0": "id from_on until_on", "own": "config version"},
	"coverage_shares":     {"C4": "place tier weight planned", "C0": "plan_id account_id"},
}
