package development

import "erba/platform/identity"

// Grants are the rows of the matrix of the development of accounts: who works on
// one reads it, its manager judges it, and who leads people watches all of theirs.
var Grants = identity.Grants{
	"development:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"development:write":  {"key_account_manager": "OT", "sales_manager": "S"},
	"development:watch":  {"sales_manager": "S", "director": "A"},
	"development:export": {"sales_manager": "S", "director": "A"},
}

// Columns are the classes of development's columns: how far one is with somebody,
// and what is thought of him, is commercial.
var Columns = identity.Columns{
	"development_judgements": {"C4": "kind scores evidence", "C1": "author_id author", "C0": "id account_id judged_on expires_on", "own": "version latest"},
	"development_meetings":   {"C4": "team subject", "C1": "author_id author", "C0": "id account_id met_on", "own": "version"},
	"development_stages": {"C4": "stage was overridden orders managed share levels departments teams transparent", "C0": "id account_id since_on",
		"own": "setting latest"},
	"development_breaks": {"C4": "since_on", "C0": "id account_id"},
	"development_state":  {"own": "id revision"},
}
