package relation

import "erba/platform/identity"

// Grants are the rows of the matrix of relationship maps. What we think of people
// is for those who work with them and those who lead these: never for finance,
// service or operations.
var Grants = identity.Grants{
	"relation:read":   {"rep": "T", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"relation:write":  {"key_account_manager": "OT", "sales_manager": "S"},
	"relation:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A"},
}

// Columns are the classes of relation's columns: judgements about people.
var Columns = identity.Columns{
	"relation_maps": {"C0": "account_id", "own": "version"},
	"relation_judgements": {"C4p": "field value evidence answers source judged_on until_on ended_on subject_id",
		"C1": "contact_id by_id", "own": "id version"},
	"relation_lines":  {"C4p": "kind says drawn_on ended_on", "C1": "from_id to_id by_id", "own": "id version ended_version"},
	"relation_moves":  {"C1": "contact_id was_id is_id by_id moved_on", "own": "id version"},
	"relation_places": {"C1": "contact_id", "own": "x y"},
}
