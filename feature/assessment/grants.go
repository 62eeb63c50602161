package assessment

import "erba/platform/identity"

// Grants are the rows of the matrix of assessments of deals: whoever works on a deal
// judges it, and who leads him agrees to exceptions.
var Grants = identity.Grants{
	"assessment:read":     {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"assessment:write":    {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S"},
	"assessment:export":   {"key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"assessment:override": {"key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"assessment:approve":  {"director": "A"},
}

// Columns are the classes of assessment's columns: what we think of our chances is
// for those who work on a deal.
var Columns = identity.Columns{
	"assessments":        {"C0": "id deal_id card round process stage judged_on", "C4": "rival_id verdict outcome", "C1": "by_id by_name", "own": "config version"},
	"assessment_answers": {"C4": "question rating unknown words", "C0": "assessment_id"},
	"assessment_exceptions": {"C0": "id deal_id assessment_id state until_on made_on", "C4": "verdict step reason", "C1": "by_id by_name",
		"own": "approval_id version"},
	"assessment_bids":     {"C0": "deal_id", "C4": "spend", "C1": "by_id", "own": "version"},
	"assessment_hours":    {"C0": "deal_id", "C1": "user_id hours"},
	"assessment_criteria": {"C0": "id deal_id made_on", "C4": "name formal mandatory milestone note", "C1": "by_id", "own": "version"},
	"assessment_caring":   {"C0": "criterion_id", "C1": "contact_id"},
	"assessment_fits":     {"C0": "criterion_id", "C4": "rival_id fit"},
}
