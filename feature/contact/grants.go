package contact

import "erba/platform/identity"

// Grants are contact's rows of the matrix. Direct takes the mask off what is
// somebody's at work; personal says that he has private fields, behind a mask.
// What he confided is read by its author, by those it names, and by who leads
// the account: none of that is handed up a line.
var Grants = identity.Grants{
	"contact:read": {"rep": "OTX", "key_account_manager": "OTX", "sales_manager": "SX", "director": "A", "finance": "F",
		"service": "F", "operations": "A", "operator": "A"},
	"contact:write":     {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "operations": "A", "operator": "A"},
	"contact:export":    {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "operations": "A"},
	"contact:direct":    {"rep": "OT", "key_account_manager": "OT"},
	"contact:personal":  {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"contact:reveal":    {"rep": "OT", "key_account_manager": "OT"},
	"contact:sensitive": {"rep": "OT", "key_account_manager": "OT"},
	"contact:lead":      {"key_account_manager": "O"},
	"contact:force":     {"director": "A"},
}

// Columns are the classes of contact's columns.
var Columns = identity.Columns{
	"contacts": {"C1": "id account_id name sort_key title department phone mail wechat duties goals manner results colleagues partners " +
		"reports_id rank scope gone_on person_id",
		"own": "version"},
	"contact_moves": {"own": "merge_id contact_id"},
	"contact_facts": {"C2": "sealed field", "secret": "blind", "own": "id contact_id"},
	"contact_notes": {"C3": "sealed kind basis consent_on consent_form proof author_id written_at expires_on ended_at ended_by",
		"own": "id contact_id version"},
	"contact_note_readers": {"C3": "note_id user_id"},
}
