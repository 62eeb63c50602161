package portfolio

import "erba/platform/identity"

// Grants are portfolio's rows of the matrix.
var Grants = identity.Grants{
	"portfolio:read": {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A",
		"operations": "A", "operator": "A"},
	"portfolio:export":   {"rep": "O", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "operator": "A"},
	"portfolio:evaluate": {"sales_manager": "A", "director": "A", "operations": "A", "operator": "A"},
	"portfolio:estimate": {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "operator": "A"},
	"portfolio:nominate": {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "operator": "A"},
	"portfolio:approve":  {"director": "A", "operator": "A"},
	"portfolio:entrust":  {"sales_manager": "S", "director": "A", "operator": "A"},
	"portfolio:review":   {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "operator": "A"},
}

// Classes are those of portfolio's columns: judgements and potentials are
// commercial, and so is what follows from sales.
var Classes = identity.Columns{
	"portfolio_estimates": {"C4": "value evidence quality", "C1": "author_id author", "C0": "id account_id kind estimated_on expires_on",
		"own": "version latest"},
	"portfolio_nominations": {"C4": "reason evidence", "C1": "proposer_id proposer approver_id approver", "C0": "id account_id kind expires_on",
		"own": "version"},
	"portfolio_keys": {"C0": "account_id since_on manual", "own": "listed_on"},
	"portfolio_reviews": {"C4": "reason", "C1": "decider_id decider", "C0": "id account_id quarter opened_on due_on decided_on",
		"own": "state version"},
	"portfolio_moves":          {"own": "merge_id row_id"},
	"portfolio_moved_quarters": {"own": "merge_id", "C0": "quarter"},
	"portfolio_quarters":       {"C4": "score class", "C0": "account_id quarter"},
	"portfolio_results":        {"C4": "result", "C0": "account_id model evaluated_on", "own": "config"},
	"portfolio_changes":        {"C4": "was result", "C0": "account_id model evaluated_on", "own": "id config"},
	"portfolio_state":          {"own": "id revision settled"},
}
