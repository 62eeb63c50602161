package campaign

import "erba/platform/identity"

// Grants are the rows of the matrix of campaigns: whoever works on a deal says how.
var Grants = identity.Grants{
	"campaign:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"campaign:write":  {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S"},
	"campaign:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A"},
}

// Columns are the classes of the columns: how a deal is worked on is commercial, what
// is planned with somebody is about a person.
var Columns = identity.Columns{
	"campaign_sheets": {"C0": "opportunity_id phase entered_on said_on", "C1": "by_id by_name",
		"C4": "situation problem implication payoff confirmed solution benefit_minor running_minor invested_minor attitudes", "own": "version"},
	"campaign_factors": {"C0": "opportunity_id factor", "C4": "influencer decider ours"},
	"campaign_marks":   {"C0": "opportunity_id factor competitor_id", "C4": "mark"},
	"campaign_steps":   {"C0": "opportunity_id contact_id step_on", "C4p": "topic step"},
	"campaign_lessons": {"C0": "id opportunity_id said_on", "C1": "by_id by_name", "C4": "lesson"},
}
